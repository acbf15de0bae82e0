package nl.datakade.catalog.search;

import java.util.UUID;
import nl.datakade.catalog.dataset.DatasetChanged;
import nl.datakade.catalog.version.VersionChanged;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what datasets are found by, in the transaction in which they change. */
@Component
class SearchDocuments {

    private static final String REFRESH = """
            insert into dataset_document (dataset_id, vector, headline, content)
            select id,
                   setweight(to_tsvector('dutch_words', title) || to_tsvector('plain_words', title), 'A')
                   || setweight(to_tsvector('dutch_words', words) || to_tsvector('plain_words', words), 'B')
                   || setweight(to_tsvector('dutch_words', description)
                                || to_tsvector('plain_words', description), 'C')
                   || setweight(to_tsvector('dutch_words', columns) || to_tsvector('plain_words', columns), 'D'),
                   lower(public.unaccent(title || ' ' || words)),
                   lower(public.unaccent(title || ' ' || words || ' ' || columns || ' ' || description))
            from (select d.id,
                         coalesce(d.title, '') as title,
                         d.name || ' ' || translate(d.name, '-', ' ') || ' '
                             || array_to_string(d.keywords, ' ') as words,
                         coalesce(d.description, '') as description,
                         concat_ws(' ', found.columns, described.columns) as columns
                  from dataset d
                  left join lateral (
                      select string_agg(translate(c ->> 'name', '_', ' ') || ' ' || (c ->> 'label'), ' ') as columns
                      from (select tables from dataset_version
                            where dataset_id = d.id and outcome = 'READ'
                            order by version desc limit 1) newest,
                           jsonb_array_elements(newest.tables) t,
                           jsonb_array_elements(t -> 'columns') c) found on true
                  left join lateral (
                      select string_agg(description, ' ') as columns
                      from dataset_column where dataset_id = d.id) described on true
                  where d.id = :dataset) said
            on conflict (dataset_id) do update
            set vector = excluded.vector, headline = excluded.headline, content = excluded.content""";

    private final JdbcClient jdbc;

    SearchDocuments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(DatasetChanged changed) {
        refresh(changed.datasetId());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(VersionChanged changed) {
        refresh(changed.datasetId());
    }

    private void refresh(UUID dataset) {
        jdbc.sql(REFRESH).param("dataset", dataset).update();
    }
}
