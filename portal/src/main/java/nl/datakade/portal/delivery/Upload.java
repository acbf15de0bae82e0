package nl.datakade.portal.delivery;

import java.util.regex.Pattern;
import nl.datakade.portal.form.StreamedForm;
import nl.datakade.portal.form.Typed;
import nl.datakade.portal.visitor.Person;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to deliver, as the form says it.
 *
 * @param department whose it is when the dataset is new
 * @param fileName empty when no file was chosen
 */
record Upload(String dataset, @Nullable String department, String fileName, boolean sent) {

    /** As everywhere on the platform. */
    private static final String NAME = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    private static final Pattern VALID = Pattern.compile(NAME);
    private static final int LONGEST = 100;

    static Upload of(StreamedForm form, Person person) {
        var department = text(form.field("department"));
        return new Upload(
                text(form.field("dataset")),
                department.isEmpty() && person.departments().size() == 1
                        ? person.departments().iterator().next()
                        : department.isEmpty() ? null : department,
                text(form.fileName()),
                true);
    }

    /** Nothing sent yet; perhaps the dataset is known already. */
    static Upload to(@Nullable String dataset) {
        return new Upload(text(dataset), null, "", false);
    }

    /** As it was typed before; the file has to be chosen again, for browsers let nobody else choose one. */
    static Upload again(Typed typed) {
        return new Upload(text(typed.value("dataset")), typed.value("department"), "", false);
    }

    /** For the browser, to say so before anything is sent. */
    public String rule() {
        return NAME;
    }

    public boolean nameMissing() {
        return sent && dataset.isEmpty();
    }

    public boolean nameInvalid() {
        return sent
                && !dataset.isEmpty()
                && (dataset.length() > LONGEST || !VALID.matcher(dataset).matches());
    }

    public boolean fileMissing() {
        return sent && fileName.isEmpty();
    }

    public boolean isComplete() {
        return !nameMissing() && !nameInvalid() && !fileMissing();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
