package nl.datakade.access.request;

import java.util.List;
import java.util.UUID;
import nl.datakade.access.activity.Activities;
import nl.datakade.access.grant.Terms;
import nl.datakade.access.policy.Baselines;
import nl.datakade.access.policy.Policies;
import nl.datakade.access.projection.Datasets;
import nl.datakade.access.projection.ReleasedVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What is approved with a request, and what each approver saw of it. */
@Component
class ApprovalTerms {

    private final Datasets datasets;
    private final Activities activities;
    private final Policies policies;
    private final Baselines baselines;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    ApprovalTerms(
            Datasets datasets,
            Activities activities,
            Policies policies,
            Baselines baselines,
            JdbcClient jdbc,
            JsonMapper json) {
        this.datasets = datasets;
        this.activities = activities;
        this.policies = policies;
        this.baselines = baselines;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** As it stands now. */
    Terms now(AccessRequest request) {
        var dataset = datasets.find(request.datasetId()).orElseThrow();
        var purpose = activities.find(request.purpose().toString()).orElseThrow();
        var policy = policies.of(dataset.id());
        var shown = datasets.current(dataset.id())
                .map(ReleasedVersion::version)
                .or(() -> datasets.latest(dataset.id()))
                .map(version -> policy.limitedBy(baselines.of(dataset, version), version))
                .orElse(policy);
        return new Terms(
                dataset.classification(),
                purpose.body().purpose(),
                purpose.body().legalBasis(),
                purpose.body().law(),
                purpose.body().specialBasis(),
                purpose.body().dpia(),
                purpose.body().recipients(),
                purpose.body().transfers(),
                purpose.version(),
                policy.revision(),
                shown.tables());
    }

    List<Terms> given(UUID request) {
        return jdbc.sql("select terms from approval_terms where request_id = :request")
                .param("request", request)
                .query((row, _) -> json.readValue(row.getString(1), Terms.class))
                .list();
    }

    void keep(UUID request, Approval kind, Terms terms) {
        jdbc.sql("""
                        insert into approval_terms (request_id, kind, terms)
                        values (:request, :kind, cast(:terms as jsonb))""")
                .param("request", request)
                .param("kind", kind.name())
                .param("terms", json.writeValueAsString(terms))
                .update();
    }
}
