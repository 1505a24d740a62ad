package ringside.app.window;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;
import ringside.BesideOthers;

/** View models do not depend on widgets, so that they are tested without a display. */
@BesideOthers
class ViewModelArchitectureTest {

    private static final JavaClasses APP =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("ringside.app");

    private static final DescribedPredicate<JavaClass> WIDGETS =
            DescribedPredicate.describe(
                    "JavaFX beyond javafx.base",
                    type ->
                            type.getPackageName().startsWith("javafx.")
                                    && !type.getPackageName().startsWith("javafx.beans")
                                    && !type.getPackageName().startsWith("javafx.collections")
                                    && !type.getPackageName().startsWith("javafx.util"));

    @Test
    void viewModelsUseJavafxBaseOnly() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .or()
                .haveSimpleNameEndingWith("Row")
                .and()
                .areNotAssignableTo(Node.class)
                .should()
                .dependOnClassesThat(WIDGETS)
                .check(APP);
    }

    @Test
    void onlyTheWindowKnowsTheSupervisor() {
        classes()
                .that()
                .resideInAnyPackage(
                        "ringside.app.ring",
                        "ringside.app.events",
                        "ringside.app.inspector",
                        "ringside.app.transfers",
                        "ringside.app.actions",
                        "ringside.app.command")
                .should()
                .onlyDependOnClassesThat(
                        DescribedPredicate.describe(
                                "anything but the supervisor",
                                type -> !type.getPackageName().startsWith("ringside.supervisor")))
                .check(APP);
    }
}
