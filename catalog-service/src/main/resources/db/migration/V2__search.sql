-- Whoever sets up the database may have made them already; then this does nothing.
create extension if not exists unaccent with schema public;
create extension if not exists pg_trgm with schema public;

-- Dutch words by their stem, accents left out.
create text search configuration dutch_words (copy = pg_catalog.dutch);
alter text search configuration dutch_words
    alter mapping for asciiword, word, asciihword, hword, hword_asciipart, hword_part, numword, numhword, hword_numpart
    with public.unaccent, dutch_stem;

-- Words as they stand, accents left out: a word that is still being typed has no stem yet.
create text search configuration plain_words (copy = pg_catalog.simple);
alter text search configuration plain_words
    alter mapping for asciiword, word, asciihword, hword, hword_asciipart, hword_part, numword, numhword, hword_numpart
    with public.unaccent, simple;

-- What a dataset is found by; written together with the dataset and with its newest columns.
create table dataset_document (
    dataset_id uuid primary key,
    vector     tsvector not null, -- title A, name and keywords B, description C, columns D
    headline   text     not null, -- title, name and keywords, lower case without accents
    content    text     not null  -- everything, lower case without accents
);
create index dataset_document_vector on dataset_document using gin (vector);
-- For parts of compound words and for typing errors.
create index dataset_document_content on dataset_document using gin (content public.gin_trgm_ops);
