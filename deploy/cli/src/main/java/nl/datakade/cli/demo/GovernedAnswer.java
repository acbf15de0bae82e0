package nl.datakade.cli.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.datakade.city.Registration;
import nl.datakade.client.Answer;
import nl.datakade.client.Client;
import nl.datakade.push.Waiting;
import tools.jackson.databind.JsonNode;

/** The second half of the main job: refused, asked, approved by two, answered with what may be seen, and logged. */
record GovernedAnswer(Client client, Narrator narrator, Registration registration, int version) {
    private static final String SQL = """
            select meldingnummer, naam_melder, telefoon, postcode, soort_overlast, datum_melding
            from overlastmeldingen order by datum_melding desc limit 4""";
    private static final int FORBIDDEN = 403;

    void go() {
        var asking = new Asking(client.as("analyst"), registration.name(), registration.purpose());
        purpose();
        policy();
        refused(asking);
        String request = ask(asking);
        approve(request);
        answer(asking);
        log();
    }

    private void purpose() {
        narrator.step(
                "The privacy officer keeps the register of processing activities; only what is in it can be a purpose.");
        Answer activity = new Purposes(client.as("privacy")).enter(registration.purpose());
        narrator.request("privacy", "POST", Purposes.PATH, activity);
        narrator.say("%s: %s, %s"
                .formatted(
                        registration.purpose(),
                        activity.json().path("name").asString(),
                        activity.json().path("legalBasis").asString()));
    }

    private void policy() {
        narrator.step(
                "The owner proposes what may be seen of each column, starting from what the platform suggests; it is"
                        + " personal data, so the privacy officer decides too.");
        Answer policy = new SettingPolicy(client).set(registration, version, narrator::request);
        for (JsonNode table : policy.json().path("tables")) {
            var decisions = new ArrayList<String>();
            for (JsonNode column : table.path("columns")) {
                decisions.add(column.path("name").asString() + " "
                        + column.path("treatment").path("kind").asString());
            }
            narrator.say(String.join(", ", decisions));
        }
    }

    private void refused(Asking asking) {
        asking.startAnew(client.as("grantor"));
        narrator.step("An analyst asks at once, and is refused: nobody has granted it. The answer says who must act.");
        narrator.say(SQL);
        Answer refusal = Waiting.until(
                "nothing but the grant to be missing",
                Duration.ofMinutes(1),
                () -> asking.query(SQL),
                GovernedAnswer::lacksOnlyTheGrant);
        narrator.request("analyst", "POST", Asking.QUERIES, refusal);
        JsonNode problem = refusal.json();
        narrator.say(
                problem.path("title").asString() + ": " + problem.path("detail").asString());
        narrator.say(problem.path("remedy").asString(""));
    }

    /** Access hears of the registration, the verdict and the end of a grant a moment after they happen. */
    private static boolean lacksOnlyTheGrant(Answer answer) {
        JsonNode missing = answer.json().path("missing");
        return answer.status() == FORBIDDEN
                && missing.size() == 1
                && missing.path(0).path("code").asString().equals("grant");
    }

    private String ask(Asking asking) {
        narrator.step("So the analyst asks access, for a purpose and a time.");
        Answer request = asking.request("Overzicht van overlast per buurt voor de wijkaanpak.")
                .required();
        narrator.request("analyst", "POST", Asking.REQUESTS, request);
        narrator.say("request %s, %s"
                .formatted(
                        request.json().path("id").asString(),
                        request.json().path("status").asString()));
        return request.json().path("id").asString();
    }

    private void approve(String request) {
        narrator.step("It is personal data, so two people decide: the access grantor and the privacy officer.");
        for (String approver : List.of("grantor", "privacy")) {
            String path = Asking.REQUESTS + "/" + request + "/approvals";
            long seen = Asking.policySeenBy(client.as(approver), request);
            Answer approval = client.as(approver)
                    .post(path, Map.of("reason", "Past bij het doel; namen zijn niet te zien.", "policyRevision", seen))
                    .required();
            narrator.request(approver, "POST", path, approval);
            narrator.say("%s, still waiting for: %s"
                    .formatted(
                            approval.json().path("status").asString(),
                            approval.json().path("waitingFor").isEmpty()
                                    ? "nobody"
                                    : approval.json().path("waitingFor").toString()));
        }
    }

    private void answer(Asking asking) {
        narrator.step("The same question again: now it is answered, with the columns masked as the owner decided.");
        Answer answer = asking.query(SQL).required();
        narrator.request("analyst", "POST", Asking.QUERIES, answer);
        narrator.table(rows(answer.json()));
    }

    private static List<List<String>> rows(JsonNode answer) {
        var rows = new ArrayList<List<String>>();
        var header = new ArrayList<String>();
        for (JsonNode column : answer.path("columns")) {
            header.add(column.path("name").asString());
        }
        rows.add(header);
        for (JsonNode row : answer.path("rows")) {
            var cells = new ArrayList<String>();
            for (JsonNode cell : row) {
                cells.add(cell.isNull() ? "" : cell.asString());
            }
            rows.add(cells);
        }
        return rows;
    }

    private void log() {
        narrator.step("Whoever guards privacy sees who was let see what, and who was not.");
        String path = "/access/v1/disclosures?dataset=" + registration.name() + "&pageSize=3";
        Answer log = client.as("fg").get(path).required();
        narrator.request("fg", "GET", path, log);
        var lines = new ArrayList<List<String>>();
        lines.add(List.of("at", "purpose", "decision", "reason", "rows"));
        for (JsonNode record : log.json().path("items")) {
            lines.add(List.of(
                    record.path("at").asString(""),
                    record.path("purposeName").asString(""),
                    record.path("decision").asString(""),
                    record.path("reason").asString(""),
                    record.path("rows").asString("")));
        }
        narrator.table(lines);
    }
}
