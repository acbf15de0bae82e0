package nl.datakade.catalog.search;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.datakade.catalog.dataset.DatasetVisibility;

/** How words find datasets, as SQL: {@code query} holds the words, {@code m} in {@code matched} what they found. */
enum Matching {
    /** Every word is there: by its stem, by its beginning, or as part of a longer word. */
    EXACT {
        @Override
        String condition(SearchWords words, int word) {
            var part = words.mayBePart(word) ? " or f.content like '%%' || q.plain%1$d || '%%'" : "";
            return ("(numnode(q.stem%1$d) = 0 or f.vector @@ q.any%1$d" + part + ")").formatted(word);
        }

        @Override
        String namedCondition(SearchWords words, int word) {
            var part = words.mayBePart(word) ? " or n.text like '%%' || q.plain%1$d || '%%'" : "";
            return ("(numnode(q.stem%1$d) = 0 or n.vector @@ q.any%1$d" + part + ")").formatted(word);
        }

        @Override
        String rank(SearchWords words) {
            return "ts_rank('{0.05, 0.2, 0.4, 1.0}', case when may.see then f.vector else n.vector end, q.highlighted)"
                    + " + case when d.name = :asName then 1 else 0 end";
        }
    },

    /** Title, name or keywords have something much like every word: a typing error, another compound of the same words. */
    SIMILAR {
        @Override
        String condition(SearchWords words, int word) {
            return similarTo("f.headline", word);
        }

        @Override
        String namedCondition(SearchWords words, int word) {
            return similarTo("n.text", word);
        }

        private String similarTo(String text, int word) {
            return "(numnode(q.stem%1$d) = 0 or public.word_similarity(q.plain%1$d, %2$s) >= 0.4)"
                    .formatted(word, text);
        }

        @Override
        String rank(SearchWords words) {
            return each(
                    words,
                    " + ",
                    word -> "public.word_similarity(q.plain%1$d, case when may.see then f.headline else n.text end)"
                            .formatted(word));
        }
    };

    abstract String condition(SearchWords words, int word);

    /** The same by title and name alone, which are in the rest too. */
    abstract String namedCondition(SearchWords words, int word);

    abstract String rank(SearchWords words);

    /**
     * The beginning of a statement; {@code matched} holds what the words find and the caller may know of. A dataset of which
     * the caller may know the name only is found by its title and name, and has nothing else.
     */
    String with(SearchWords words, SearchFilter filter) {
        return """
                with query as (%s),
                matched as (
                    select d.id, d.name, d.title, d.department, d.status, d.confidentiality, d.personal_data,
                           d.updated_at, may.see as visible, case when may.see then d.description end as description,
                           case when may.see then d.themes else '{}' end as themes,
                           case when may.see then d.keywords else '{}' end as keywords, %s as rank, q.highlighted,
                           usable.version as current_version, usable.score
                    from dataset d
                    join dataset_document f on f.dataset_id = d.id
                    cross join query q
                    cross join lateral (select %s as see) may
                    cross join lateral (
                        select to_tsvector('dutch_words', words.named) || to_tsvector('plain_words', words.named) as vector,
                               lower(public.unaccent(words.named)) as text
                        from (select concat_ws(' ', d.title, d.name, translate(d.name, '-', ' ')) as named) words) n
                    left join lateral (
                        select v.version, s.score
                        from dataset_version v
                        join version_score s using (dataset_id, version, reading)
                        where may.see and v.dataset_id = d.id and v.outcome = 'READ' and s.verdict = 'RELEASED'
                        order by v.version desc limit 1) usable on true
                    where %s and %s and %s and %s)
                """.formatted(
                        query(words),
                        words.isEmpty() ? "0" : rank(words),
                        DatasetVisibility.SQL.visible(),
                        DatasetVisibility.SQL.known(),
                        filter.named(),
                        words.isEmpty()
                                ? "true"
                                : "(may.see or (" + each(words, " and ", word -> namedCondition(words, word)) + "))",
                        words.isEmpty() ? "true" : each(words, " and ", word -> condition(words, word)));
    }

    private static String query(SearchWords words) {
        if (words.isEmpty()) {
            return "select null::tsquery as highlighted";
        }
        var one = each(words, ", ", word -> """
                to_tsquery('dutch_words', :word%1$d || ':*') as stem%1$d,
                to_tsquery('dutch_words', :word%1$d || ':*') || to_tsquery('plain_words', :word%1$d || ':*') as any%1$d,
                lower(public.unaccent(:word%1$d)) as plain%1$d""".formatted(word));
        return "select each.*, %s as highlighted from (select %s) each"
                .formatted(each(words, " || ", word -> "each.any" + word), one);
    }

    static Map<String, Object> parameters(SearchWords words) {
        var parameters = new HashMap<String, Object>();
        parameters.put("asName", words.asName());
        IntStream.range(0, words.words().size())
                .forEach(word -> parameters.put("word" + word, words.words().get(word)));
        return parameters;
    }

    private static String each(SearchWords words, String between, IntFunction<String> sql) {
        return IntStream.range(0, words.words().size()).mapToObj(sql).collect(Collectors.joining(between));
    }
}
