-- What the test's application heard.
create table heard (
    position bigint generated always as identity primary key,
    dataset  text not null,
    version  int  not null,
    trace    text
);
