package ringside;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.text.Format;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import ringside.app.window.RingsideApplication;
import ringside.channel.StatusServer;
import ringside.text.Language;

/** The arrows between packages, and the bans in the core (ARCHITECTURE rule 1). */
@BesideOthers
class ArchitectureTest {

    private static final String[] PURE = {
        "ringside.ring", "ringside.peer", "ringside.fault", "ringside.status"
    };

    private static final JavaClasses PROGRAM =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("ringside");

    /** The packages of {@code ringside.app} that show one thing each. */
    private static final List<String> VIEWS =
            List.of(
                    "actions",
                    "charts",
                    "comparison",
                    "events",
                    "expected",
                    "explanation",
                    "inspector",
                    "invitation",
                    "ladder",
                    "lessons",
                    "peers",
                    "ring",
                    "settings",
                    "runs",
                    "timeline",
                    "transfers");

    @Test
    void packagesUseOnlyThoseBelowThem() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("words")
                .definedBy("ringside.text")
                .layer("digest")
                .definedBy("ringside.digest")
                .layer("ring")
                .definedBy("ringside.ring")
                .layer("json")
                .definedBy("ringside.json")
                .layer("status")
                .definedBy("ringside.status")
                .layer("channel")
                .definedBy("ringside.channel")
                .layer("peer")
                .definedBy("ringside.peer")
                .layer("fault")
                .definedBy("ringside.fault")
                .layer("wire")
                .definedBy("ringside.wire")
                .layer("node")
                .definedBy("ringside.node")
                .layer("supervisor")
                .definedBy("ringside.supervisor")
                .layer("hosts")
                .definedBy("ringside.hosts")
                .layer("rules")
                .definedBy("ringside.rules")
                .layer("transcript")
                .definedBy("ringside.transcript")
                .layer("story")
                .definedBy("ringside.story")
                .layer("program")
                .definedBy("ringside.program")
                .layer("check")
                .definedBy("ringside.check")
                .layer("check report")
                .definedBy("ringside.check.report")
                .layer("check run")
                .definedBy("ringside.check.run")
                .layer("model")
                .definedBy("ringside.model")
                .layer("hunt")
                .definedBy("ringside.hunt")
                .layer("capture")
                .definedBy("ringside.capture")
                .layer("export")
                .definedBy("ringside.export")
                .layer("ladder")
                .definedBy("ringside.ladder")
                .layer("recording")
                .definedBy("ringside.recording")
                .layer("runs")
                .definedBy("ringside.runs")
                .layer("timeline")
                .definedBy("ringside.timeline")
                .layer("scenario")
                .definedBy("ringside.scenario")
                .layer("simulation")
                .definedBy("ringside.simulation")
                .layer("figure")
                .definedBy("ringside.figure")
                .layer("app")
                .definedBy("ringside.app..")
                .whereLayer("words")
                .mayNotAccessAnyLayer()
                .whereLayer("digest")
                .mayNotAccessAnyLayer()
                .whereLayer("ring")
                .mayOnlyAccessLayers("words")
                .whereLayer("json")
                .mayOnlyAccessLayers("ring")
                .whereLayer("status")
                .mayOnlyAccessLayers("words", "ring")
                .whereLayer("channel")
                .mayOnlyAccessLayers("ring", "json", "status")
                .whereLayer("peer")
                .mayOnlyAccessLayers("ring", "status")
                .whereLayer("fault")
                .mayOnlyAccessLayers("digest", "ring", "status", "peer")
                .whereLayer("wire")
                .mayOnlyAccessLayers("ring", "json", "status", "peer")
                .whereLayer("node")
                .mayOnlyAccessLayers(
                        "words", "digest", "ring", "status", "peer", "fault", "wire", "channel")
                .whereLayer("supervisor")
                .mayOnlyAccessLayers("words", "ring", "status", "channel")
                .whereLayer("hosts")
                .mayOnlyAccessLayers(
                        "words", "digest", "ring", "json", "status", "channel", "supervisor")
                .whereLayer("rules")
                .mayOnlyAccessLayers("words", "ring", "json")
                .whereLayer("transcript")
                .mayOnlyAccessLayers("ring", "rules")
                .whereLayer("story")
                .mayOnlyAccessLayers("words", "ring", "status", "rules", "transcript")
                .whereLayer("program")
                .mayOnlyAccessLayers(
                        "words", "ring", "status", "channel", "supervisor", "rules", "transcript")
                .whereLayer("check")
                .mayOnlyAccessLayers("words", "ring", "rules", "transcript", "story")
                .whereLayer("check report")
                .mayOnlyAccessLayers("words", "ring", "json", "rules", "check")
                .whereLayer("check run")
                .mayOnlyAccessLayers(
                        "words",
                        "digest",
                        "ring",
                        "json",
                        "supervisor",
                        "rules",
                        "transcript",
                        "program",
                        "check")
                .whereLayer("model")
                .mayOnlyAccessLayers("words", "ring", "status")
                .whereLayer("hunt")
                .mayOnlyAccessLayers("ring", "status")
                .whereLayer("export")
                .mayOnlyAccessLayers("words", "ring", "status", "channel", "model")
                .whereLayer("capture")
                .mayOnlyAccessLayers(
                        "words", "ring", "json", "status", "peer", "wire", "model", "timeline")
                .whereLayer("ladder")
                .mayOnlyAccessLayers("ring", "status", "model")
                .whereLayer("recording")
                .mayOnlyAccessLayers("words", "ring", "json", "status", "channel")
                .whereLayer("runs")
                .mayOnlyAccessLayers("ring", "json", "status", "supervisor", "export", "recording")
                .whereLayer("timeline")
                .mayOnlyAccessLayers("ring", "status", "model")
                .whereLayer("scenario")
                .mayOnlyAccessLayers("words", "ring", "status", "channel", "supervisor", "model")
                .whereLayer("simulation")
                .mayOnlyAccessLayers(
                        "words", "digest", "ring", "status", "peer", "fault", "supervisor")
                .whereLayer("figure")
                .mayOnlyAccessLayers("words", "ring", "status", "peer", "simulation")
                .check(PROGRAM);
    }

    @Test
    void noPackagesUseEachOtherInACircle() {
        slices().matching("ringside.(*)..").should().beFreeOfCycles().check(PROGRAM);
        slices().matching("ringside.app.(*)..").should().beFreeOfCycles().check(PROGRAM);
    }

    /** The window gives a view what it needs of another one. */
    @Test
    void viewsDoNotKnowEachOther() {
        for (String view : VIEWS) {
            noClasses()
                    .that()
                    .resideInAPackage("ringside.app." + view)
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(
                                    VIEWS.stream()
                                            .filter(other -> !other.equals(view))
                                            .map(other -> "ringside.app." + other)
                                            .toArray(String[]::new)))
                    .check(PROGRAM);
        }
    }

    @Test
    void onlyTheLauncherUsesTheWindow() {
        noClasses()
                .that()
                .resideInAPackage("ringside.app..")
                .and()
                .resideOutsideOfPackages(
                        "ringside.app", "ringside.app.launch", "ringside.app.window")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ringside.app.window")
                .check(PROGRAM);
        noClasses()
                .that()
                .resideInAPackage("ringside.app.base")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("ringside.app..")
                                .and(DescribedPredicate.not(resideInAPackage("ringside.app.base"))))
                .check(PROGRAM);
    }

    /** What is said on terminals and by peers is English (decision 29). */
    @Test
    void onlyTheStartOfAWindowChangesTheLanguageOfTheProcess() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(RingsideApplication.class)
                .should()
                .callMethod(Language.class, "speak", Language.class)
                .check(PROGRAM);
    }

    /** A virtual thread may stay blocked for ever (decision 28). */
    @Test
    void threadsThatMayWaitForATimeAreThoseOfTheSystem() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(StatusServer.class)
                .should()
                .callMethod(Thread.class, "ofVirtual")
                .orShould()
                .callMethod(Thread.class, "startVirtualThread", Runnable.class)
                .orShould()
                .callMethod(Executors.class, "newVirtualThreadPerTaskExecutor")
                .check(PROGRAM);
    }

    @Test
    void onlyTheWindowKnowsJavaFx() {
        noClasses()
                .that()
                .resideOutsideOfPackage("ringside.app..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                "javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp.."))
                .check(PROGRAM);
    }

    @Test
    void viewModelsKnowNoWidgets() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("javafx..")
                                .and(
                                        JavaClass.Predicates.resideOutsideOfPackages(
                                                "javafx.beans..",
                                                "javafx.collections..",
                                                "javafx.util..")))
                .allowEmptyShould(true)
                .check(PROGRAM);
    }

    @Test
    void onlyTheJsonPackageKnowsGson() {
        noClasses()
                .that()
                .resideOutsideOfPackages("ringside.json", "ringside.app..")
                .should()
                .dependOnClassesThat(resideInAPackage("com.google.gson.."))
                .check(PROGRAM);
    }

    /** Reading a bundle slows a peer: it is done where something is said, if ever. */
    @Test
    void onlyTheSentencesReadBundlesAndPatterns() {
        noClasses()
                .that()
                .resideOutsideOfPackage("ringside.text")
                .should()
                .dependOnClassesThat(
                        JavaClass.Predicates.assignableTo(ResourceBundle.class)
                                .or(JavaClass.Predicates.assignableTo(Format.class)))
                .check(PROGRAM);
    }

    @Test
    void theCoreHasNoClockThreadSocketOrFile() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                        "java.net..",
                                        "java.nio.file..",
                                        "java.nio.channels..",
                                        "java.io..",
                                        "java.util.concurrent..")
                                .or(JavaClass.Predicates.assignableTo(Thread.class))
                                .or(JavaClass.Predicates.assignableTo(Clock.class)))
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(PROGRAM);
    }

    @Test
    void theCoreHasNoChanceAndNoUnorderedIteration() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .dependOnClassesThat(
                        JavaClass.Predicates.assignableTo(Random.class)
                                .or(JavaClass.Predicates.assignableTo(HashMap.class))
                                .or(JavaClass.Predicates.assignableTo(HashSet.class)))
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethodWhere(callOfUnorderedFactory(Set.class))
                .orShould()
                .callMethodWhere(callOfUnorderedFactory(Map.class))
                .check(PROGRAM);
    }

    @Test
    void everyClassLiesInAPackageThatTheArrowsKnow() {
        classes()
                .should()
                .resideInAnyPackage(
                        "ringside.text",
                        "ringside.digest",
                        "ringside.ring",
                        "ringside.json",
                        "ringside.status",
                        "ringside.channel",
                        "ringside.peer",
                        "ringside.fault",
                        "ringside.wire",
                        "ringside.node",
                        "ringside.supervisor",
                        "ringside.hosts",
                        "ringside.model",
                        "ringside.hunt",
                        "ringside.export",
                        "ringside.capture",
                        "ringside.ladder",
                        "ringside.recording",
                        "ringside.timeline",
                        "ringside.runs",
                        "ringside.scenario",
                        "ringside.simulation",
                        "ringside.figure",
                        "ringside.rules",
                        "ringside.transcript",
                        "ringside.program",
                        "ringside.story",
                        "ringside.check",
                        "ringside.check.run",
                        "ringside.check.report",
                        "ringside.app..")
                .check(PROGRAM);
    }

    private static DescribedPredicate<JavaMethodCall> callOfUnorderedFactory(Class<?> type) {
        return DescribedPredicate.describe(
                type.getSimpleName() + ".of or copyOf",
                call ->
                        call.getTargetOwner().isEquivalentTo(type)
                                && (call.getName().equals("of")
                                        || call.getName().equals("ofEntries")
                                        || call.getName().equals("copyOf")));
    }
}
