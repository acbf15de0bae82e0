package nl.datakade.testkit;

import static com.tngtech.archunit.lang.conditions.ArchConditions.bePublic;
import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** What every module keeps to; a module's test takes all of it with {@code ArchTests.in(ArchitectureRules.class)}. */
public final class ArchitectureRules {

    @ArchTest
    static final ArchRule featuresHaveNoCycles =
            slices().matching("nl.datakade.*.(*)..").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule contractsStandAlone = classes()
            .that()
            .resideInAPackage("nl.datakade.contracts..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("nl.datakade.contracts..", "java..", "org.jspecify..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule platformKnowsNoFeature = noClasses()
            .that()
            .resideInAPackage("nl.datakade.platform..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "nl.datakade.ingest..",
                    "nl.datakade.catalog..",
                    "nl.datakade.quality..",
                    "nl.datakade.access..",
                    "nl.datakade.portal..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule featuresHideTheirInsides = classes()
            .that()
            .areMetaAnnotatedWith("org.springframework.stereotype.Controller")
            .or()
            .areAnnotatedWith("jakarta.persistence.Entity")
            .or()
            .areAssignableTo("org.springframework.data.repository.Repository")
            .should(not(bePublic()))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule namesSaySomething = noClasses()
            .should()
            .haveNameMatching(
                    ".*[.$]([A-Za-z0-9]*(Impl|Utils?|Helper|Manager|Dto|DTO)|(Common|Base)([A-Z][A-Za-z0-9]*)?)")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields = noFields()
            .should()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .orShould()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
            .orShould()
            .beAnnotatedWith("jakarta.inject.Inject")
            .orShould()
            .beAnnotatedWith("jakarta.annotation.Resource")
            .orShould()
            .beAnnotatedWith("jakarta.persistence.PersistenceContext")
            .allowEmptyShould(true);

    /**
     * What everybody may see says so as well: {@code @PreAuthorize("permitAll()")}. Where errors are rendered is no
     * endpoint: only the container gets there.
     */
    @ArchTest
    static final ArchRule everyEndpointSaysWhoMayCallIt =
            methods().that(areEndpoints()).should(sayWhoMayCallThem()).allowEmptyShould(true);

    private static final String AUTHORIZATION = "org.springframework.security.access.prepost.PreAuthorize";

    private ArchitectureRules() {}

    private static DescribedPredicate<JavaMethod> areEndpoints() {
        return DescribedPredicate.describe(
                "are endpoints",
                method -> is(method, "org.springframework.web.bind.annotation.RequestMapping")
                        && method.getOwner().isMetaAnnotatedWith("org.springframework.stereotype.Controller")
                        && !method.getOwner().isAssignableTo("org.springframework.boot.webmvc.error.ErrorController"));
    }

    private static ArchCondition<JavaMethod> sayWhoMayCallThem() {
        return new ArchCondition<>("carry @PreAuthorize, themselves or on their class") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var owner = method.getOwner();
                var says = is(method, AUTHORIZATION)
                        || owner.isAnnotatedWith(AUTHORIZATION)
                        || owner.isMetaAnnotatedWith(AUTHORIZATION);
                events.add(new SimpleConditionEvent(
                        method, says, "%s has no @PreAuthorize".formatted(method.getFullName())));
            }
        };
    }

    private static boolean is(JavaMethod method, String annotation) {
        return method.isAnnotatedWith(annotation) || method.isMetaAnnotatedWith(annotation);
    }
}
