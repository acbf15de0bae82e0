package nl.datakade.cli;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import nl.datakade.testkit.ArchitectureRules;

@AnalyzeClasses(
        packages = {"nl.datakade.cli", "nl.datakade.client", "nl.datakade.push", "nl.datakade.city", "nl.datakade.local"
        },
        importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);
}
