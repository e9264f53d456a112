package org.fingerpost.config;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;

/** Keeps the rooms apart: control, middle and data plane, and nothing in circles. */
@AnalyzeClasses(
        packages = "org.fingerpost.config",
        importOptions = ImportOption.DoNotIncludeTests.class)
class FloorsTest {
    private static final String[] MIDDLE = {
        "..config.secrets..",
        "..config.settings..",
        "..config.layers..",
        "..config.claims..",
        "..config.turns..",
        "..config.offers..",
        "..config.assembly.."
    };
    private static final String[] MIDDLE_AND_DATA = {
        "..config.secrets..",
        "..config.settings..",
        "..config.layers..",
        "..config.claims..",
        "..config.turns..",
        "..config.offers..",
        "..config.assembly..",
        "..config.phone.."
    };
    private static final String[] CONTROL = {
        "..config.keys..",
        "..config.groups..",
        "..config.staggering..",
        "..config.shapes..",
        "..config.sheets..",
        "..config.revisions..",
        "..config.why..",
        "..config.dhcp..",
        "..config.devices..",
        "..config.generic..",
        "..config.admission..",
        "..config.pins..",
        "..config.timeline..",
        "..config.imports..",
        "..config.archives.."
    };

    @ArchTest
    static final ArchRule roomsDoNotGoInCircles =
            slices().matching("org.fingerpost.config.(*)..").should().beFreeOfCycles();

    /** A room within a room is a room: below, above or beside the one around it. */
    @ArchTest
    static final ArchRule packagesDoNotGoInCircles =
            slices().matching("org.fingerpost.config.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nobodyImportsThePhonesDoor =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..phone..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.fingerpost.config.phone..");

    @ArchTest
    static final ArchRule theDataPlaneKnowsNoDatabaseAndNoKafka =
            noClasses()
                    .that()
                    .resideInAnyPackage(MIDDLE_AND_DATA)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "jakarta.persistence..",
                            "org.hibernate..",
                            "java.sql..",
                            "org.apache.kafka..");

    @ArchTest
    static final ArchRule theMiddleKnowsNoHttpAndNoControlRoom =
            noClasses()
                    .that()
                    .resideInAnyPackage(MIDDLE)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("jakarta.ws.rs..", "io.vertx..")
                    .orShould()
                    .dependOnClassesThat()
                    .resideInAnyPackage(CONTROL);

    @ArchTest
    static final ArchRule thePhonesDoorKnowsNoControlRoom =
            noClasses()
                    .that()
                    .resideInAPackage("..config.phone..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(CONTROL);

    @ArchTest
    static final ArchRule noServiceImportsAnother =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.fingerpost.redirect..", "org.fingerpost.firmware..");

    @ArchTest
    static final ArchRule rowsStayInTheirRoom =
            classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule namesSayWhatThingsAre =
            noClasses().should().haveNameMatching(".*(Util|Helper|Manager|Impl|Dto|Info|Data)");
}
