package org.fingerpost.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Keeps the rooms apart: packets below transfers, transfers below whoever has sockets. */
@AnalyzeClasses(
        packages = "org.fingerpost.gateway",
        importOptions = ImportOption.DoNotIncludeTests.class)
class FloorsTest {
    @ArchTest
    static final ArchRule roomsDoNotGoInCircles =
            slices().matching("org.fingerpost.gateway.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule eachRoomStandsOnThoseBelow =
            layeredArchitecture()
                    .consideringOnlyDependenciesInLayers()
                    .withOptionalLayers(true)
                    .layer("packets")
                    .definedBy("..gateway.packets..")
                    .layer("transfer")
                    .definedBy("..gateway.transfer..")
                    .layer("names")
                    .definedBy("..gateway.names..")
                    .layer("upstream")
                    .definedBy("..gateway.upstream..")
                    .layer("datagrams")
                    .definedBy("..gateway.datagrams..")
                    .layer("server")
                    .definedBy("..gateway.server..")
                    .whereLayer("server")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("datagrams")
                    .mayOnlyBeAccessedByLayers("server")
                    .whereLayer("datagrams")
                    .mayNotAccessAnyLayer()
                    .whereLayer("transfer")
                    .mayOnlyBeAccessedByLayers("server")
                    .whereLayer("upstream")
                    .mayOnlyBeAccessedByLayers("server")
                    .whereLayer("packets")
                    .mayOnlyBeAccessedByLayers("transfer", "server");

    @ArchTest
    static final ArchRule theEngineIsFreeOfInputAndOutput =
            noClasses()
                    .that()
                    .resideInAnyPackage("..gateway.packets..", "..gateway.transfer..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io..",
                            "java.net..",
                            "java.nio.channels..",
                            "java.lang.foreign..",
                            "java.util.concurrent..",
                            "jakarta..");

    /** There a wrong number breaks the whole process, and no compiler sees it. */
    @ArchTest
    static final ArchRule nativeMemoryIsTouchedInOneRoomOnly =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..gateway.datagrams.linux..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("java.lang.foreign..");

    @ArchTest
    static final ArchRule namesSayWhatThingsAre =
            noClasses()
                    .should()
                    .haveNameMatching(".*(Util|Helper|Manager|Impl|Dto|Info|[a-z]Data)");
}
