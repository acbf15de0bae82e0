package nl.datakade.access.activity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A processing activity in one of its versions. */
public record Activity(UUID id, int version, boolean active, Body body, Instant changedAt) {

    /**
     * What the register holds of it, after AVG art. 30(1) and the VNG register of processing activities.
     *
     * @param slug short name for use in requests; never changes
     * @param name what people call it
     * @param purpose the purposes of the processing (30(1)(b))
     * @param controller who is responsible, and who to turn to (30(1)(a))
     * @param legalBasis why it is lawful (art. 6); without one no personal data can be asked for it
     * @param law the law in which the legal basis stands
     * @param specialBasis the exception of art. 9(2) or 10 on which special or criminal data rests
     * @param dpia reference of the data protection impact assessment (art. 35)
     * @param dataSubjects categories of people (30(1)(c))
     * @param personalData categories of personal data (30(1)(c))
     * @param recipients categories of recipients (30(1)(d))
     * @param transfers to third countries, with their safeguards (30(1)(e))
     * @param retention how long data is kept (30(1)(f))
     * @param measures of security, in general (30(1)(g))
     */
    public record Body(
            @NotBlank @Size(max = 100) @Pattern(regexp = "[a-z][a-z0-9]*(-[a-z0-9]+)*")
            String slug,

            @NotBlank @Size(max = 242) String name,
            @NotBlank @Size(max = 4000) String purpose,
            @Valid @NotNull Controller controller,
            @Nullable LegalBasis legalBasis,
            @Nullable @Size(max = 1000) String law,
            @Nullable @Size(max = 1000) String specialBasis,
            @Nullable @Size(max = 1000) String dpia,
            List<String> dataSubjects,
            List<String> personalData,
            List<String> recipients,
            List<String> transfers,
            @Nullable @Size(max = 1000) String retention,
            @Nullable @Size(max = 4000) String measures) {

        public Body {
            dataSubjects = orEmpty(dataSubjects);
            personalData = orEmpty(personalData);
            recipients = orEmpty(recipients);
            transfers = orEmpty(transfers);
        }

        private static List<String> orEmpty(@Nullable List<String> list) {
            return list == null ? List.of() : List.copyOf(list);
        }
    }

    /** Who is responsible for the processing. */
    public record Controller(
            @NotBlank String name,
            @Nullable String contact,
            @Nullable String dataProtectionOfficer) {}

    /** As an entity tag. */
    String tag() {
        return "\"" + version + "\"";
    }

    public boolean hasLegalBasis() {
        return body.legalBasis() != null;
    }

    /** Special and criminal data take an exception in the law and an impact assessment. */
    public boolean allowsSpecialData() {
        return hasLegalBasis() && isFilled(body.specialBasis()) && isFilled(body.dpia());
    }

    private static boolean isFilled(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
