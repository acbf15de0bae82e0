package nl.datakade.portal.api;

/** What a page is about could not be had. */
public final class NoPage extends RuntimeException {

    private final transient Trouble trouble;

    NoPage(Trouble trouble) {
        super(trouble.service() + " answered " + trouble.status(), null, false, false);
        this.trouble = trouble;
    }

    public Trouble trouble() {
        return trouble;
    }
}
