package nl.datakade.push;

import nl.datakade.client.Answer;
import nl.datakade.client.Client;
import nl.datakade.client.Platform;
import nl.datakade.client.Somebody;
import org.jspecify.annotations.Nullable;

/** As whom a file is sent: with a token or a client from the environment, else as the department given, else as the dataset's own. */
record Sender(Platform platform, String dataset, @Nullable String department) {
    Client client() {
        String token = platform.tokenGiven();
        if (token != null) {
            return Client.of(platform, new Somebody.Bearer(token));
        }
        Somebody account = platform.accountGiven();
        if (account != null) {
            return Client.of(platform, account);
        }
        Client steward = Client.of(platform, new Somebody.User("steward"));
        return steward.as(new Somebody.Department(department == null ? owning(steward) : department));
    }

    private String owning(Client steward) {
        Answer answer = steward.get("/catalog/v1/datasets/" + dataset);
        if (answer.status() == 404) {
            throw new UnknownDataset("There is no dataset " + dataset
                    + " yet. Say whose it is with --department SLUG; it then becomes that department's draft.");
        }
        return answer.required().json().path("department").asString();
    }

    /** Nobody said whose the new dataset is. */
    static final class UnknownDataset extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnknownDataset(String message) {
            super(message);
        }
    }
}
