package nl.datakade.access.relation;

import java.time.Clock;
import java.util.List;
import nl.datakade.access.key.Keyring;
import nl.datakade.access.statement.ParseTask;
import nl.datakade.access.statement.Statements;
import nl.datakade.platform.object.ObjectStore;
import nl.datakade.platform.worker.Workers;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Three pools: processes that see raw tables never see an asker's statement, and checking never waits for queries. */
@Configuration(proxyBeanMethods = false)
class RelationConfiguration {

    @Bean(destroyMethod = "close")
    Workers queryWorkers(QueryProperties properties) {
        return new Workers(properties.workers(1), List.of(QueryTask.class));
    }

    @Bean(destroyMethod = "close")
    Workers builderWorkers(QueryProperties properties) {
        return new Workers(properties.workers(0), List.of());
    }

    @Bean(destroyMethod = "close")
    Workers parserWorkers(QueryProperties properties) {
        return new Workers(properties.parserWorkers(), List.of(ParseTask.class));
    }

    @Bean
    Statements statements(@Qualifier("parserWorkers") Workers workers, QueryProperties properties) {
        return new Statements(workers, properties.parserTurns());
    }

    @Bean(destroyMethod = "close")
    SnapshotRelation governedRelation(
            ObjectStore objects,
            @Qualifier("builderWorkers") Workers builders,
            @Qualifier("queryWorkers") Workers queries,
            Keyring keyring,
            QueryProperties properties,
            Clock clock) {
        return new SnapshotRelation(
                objects::open,
                new SnapshotRelation.Pool(builders, properties.queryTurns()),
                new SnapshotRelation.Pool(queries, properties.queryTurns()),
                keyring,
                properties.relation(),
                clock);
    }
}
