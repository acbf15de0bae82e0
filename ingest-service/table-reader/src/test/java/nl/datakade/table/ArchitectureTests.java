package nl.datakade.table;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import nl.datakade.testkit.ArchitectureRules;

@AnalyzeClasses(packages = "nl.datakade.table", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);

    @ArchTest
    static final ArchRule IS_A_LIBRARY_BY_ITSELF = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "nl.datakade.ingest..",
                    "nl.datakade.source..",
                    "nl.datakade.platform..",
                    "nl.datakade.contracts..",
                    "org.springframework..",
                    "org.postgresql..",
                    "org.apache.kafka..");
}
