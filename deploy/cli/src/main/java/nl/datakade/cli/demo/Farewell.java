package nl.datakade.cli.demo;

import java.io.PrintWriter;
import nl.datakade.cli.stack.LocalSystem;
import nl.datakade.cli.stack.Service;

/** What a person needs to go on alone. */
final class Farewell {

    private Farewell() {}

    static void print(LocalSystem system, PrintWriter out) {
        out.println();
        out.println("Datakade runs. Addresses:");
        for (var process : system.status()) {
            out.printf("  %-10s %s%n", process.name(), process.url());
        }
        out.printf(
                """

                Sign in at %s as steward, owner, grantor, analyst, privacy, fg, admin, or medewerker of
                a department; the password of each is
                  %s

                Try next:
                  curl -s -H "Authorization: Bearer $(./datakade token steward)" '%s/catalog/v1/datasets?q=fiets'
                  curl -s -H "Authorization: Bearer $(./datakade token department-mobiliteit)" -H 'Content-Type: text/csv' --data-binary $'naam;aantal\\nKade;3\\n' '%s/ingest/v1/datasets/mijn-eerste/deliveries?department=mobiliteit'
                  curl -s -H "Authorization: Bearer $(./datakade token analyst)" -H 'Content-Type: application/json' -d '{"purpose": "leefbaarheid", "sql": "select soort_overlast, count(*) as meldingen from overlastmeldingen group by all order by 2 desc"}' '%s/access/v1/queries'

                ./datakade status shows it, ./datakade down stops it, ./datakade up starts it again with all data.
                """,
                url(system, "portal"),
                system.stack().secrets().demoPassword(),
                url(system, "catalog"),
                url(system, "ingest"),
                url(system, "access"));
        out.flush();
    }

    private static String url(LocalSystem system, String name) {
        return Service.ALL.stream()
                .filter(service -> service.name().equals(name))
                .map(system::url)
                .findFirst()
                .orElseThrow();
    }
}
