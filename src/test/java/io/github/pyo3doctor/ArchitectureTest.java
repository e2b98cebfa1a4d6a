package io.github.pyo3doctor;

import static com.tngtech.archunit.base.DescribedPredicate.doNot;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.pyo3doctor.desktop.model.SourceFiles;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a package may use, and what the program never does. */
class ArchitectureTest {
  private static final String ROOT = Main.class.getPackageName();

  /** From the faces down; a package uses only those of the levels below its own. */
  private static final List<List<String>> LEVELS =
      List.of(
          List.of("desktop", "cli"),
          List.of("doctor"),
          List.of("report", "fix", "project", "machine", "guide"),
          List.of("binary"),
          List.of("checks"),
          List.of("snapshot"),
          List.of("symptoms"),
          List.of("search"),
          List.of("faq"),
          List.of("files", "toml"));

  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @ParameterizedTest(name = "{0}")
  @MethodSource("levels")
  void aPackageUsesOnlyTheLevelsBelowIt(int level) {
    for (String one : LEVELS.get(level)) {
      List<String> others =
          LEVELS.subList(0, level + 1).stream()
              .flatMap(List::stream)
              .filter(other -> !other.equals(one))
              .toList();
      if (others.isEmpty()) continue;
      noClasses()
          .that()
          .resideInAPackage(in(one))
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(others.stream().map(ArchitectureTest::in).toArray(String[]::new)))
          .orShould()
          .dependOnClassesThat(resideInAPackage(ROOT))
          .because("who reads " + one + " should need to know only the packages below it")
          .allowEmptyShould(true)
          .check(PROGRAM);
    }
  }

  @Test
  void everyPackageHasItsLevel() {
    Set<String> unknown = new TreeSet<>();
    for (JavaPackage ours : PROGRAM.getPackage(ROOT).getSubpackages()) {
      unknown.add(ours.getRelativeName());
    }
    LEVELS.forEach(unknown::removeAll);

    assertThat(unknown).as("packages without a level in this test").isEmpty();
  }

  @Test
  void checksCannotSeeACollector() {
    noClasses()
        .that()
        .resideInAPackage(in("checks"))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(in("project"), in("machine"), in("binary"), in("guide")))
        .because("a snapshot of one machine is examined on another")
        .check(PROGRAM);
  }

  @Test
  void checksLookAtNothingButTheSnapshot() {
    noClasses()
        .that()
        .resideInAPackage(in("checks"))
        .should()
        .dependOnClassesThat(
            nameMatching(
                "java\\.io\\.(File|RandomAccess).*"
                    + "|java\\.nio\\.file\\.(Files|FileSystem.*)"
                    + "|java\\.nio\\.channels\\..*"
                    + "|java\\.lang\\.(Process|Runtime).*"))
        .orShould()
        .dependOnClassesThat(resideInAnyPackage(in("files"), "java.net.."))
        .orShould()
        .callMethodWhere(
            target(owner(assignableTo(System.class))).and(target(nameMatching("get(env|Prop.*)"))))
        .because("checking touches nothing: all that was observed stands in the snapshot")
        .check(PROGRAM);
  }

  @Test
  void onlyTheDesktopKnowsJavafx() {
    noClasses()
        .that()
        .resideOutsideOfPackage(in("desktop"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx..", "com.sun.javafx..", "atlantafx..", "org.kordamp..")
        .because("the command line runs without a display and starts without loading a toolkit")
        .check(PROGRAM);
  }

  @Test
  void nothingShowsWebPages() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("javafx.scene.web..")
        .because("a web view would run scripts and fetch what a page names; articles are ours")
        .check(PROGRAM);
  }

  @Test
  void onlyTheCommandLineWritesToTheStandardStreams() {
    noClasses()
        .that()
        .resideOutsideOfPackage(in("cli"))
        .and(doNot(name(Main.class.getName())))
        .should(ACCESS_STANDARD_STREAMS)
        .because("JSON goes to standard output alone, and a library must not speak between")
        .check(PROGRAM);
  }

  @Test
  void noProgramIsStartedButTheEditorOnAClickAndThoseThatAreAskedWhatTheyAre() {
    noClasses()
        .that(doNot(name(SourceFiles.class.getName())))
        .and(doNot(name(ROOT + ".machine.LocalPrograms")))
        .should()
        .dependOnClassesThat(nameMatching("java\\.lang\\.Process.*"))
        .orShould()
        .callMethod(Runtime.class, "exec", String[].class)
        .because("looking at a project never runs its code; one class asks Pythons and compilers")
        .check(PROGRAM);
  }

  @Test
  void noConnectionIsOpened() {
    noClasses()
        .should()
        .dependOnClassesThat(
            nameMatching(
                "java\\.net\\.(http\\..*|.*Socket.*|Http.*|InetAddress)"
                    + "|java\\.nio\\.channels\\..*Socket.*|javax\\.net\\..*"))
        .because("the program is offline; a link opens in the user's browser, on a click")
        .check(PROGRAM);
  }

  @Test
  void urlsAreOpenedOnlyToReadTheProgramsOwnJar() {
    noClasses()
        .that(doNot(name(ROOT + ".faq.BundledFiles")))
        .should()
        .dependOnClassesThat(nameMatching("java\\.net\\.(Jar)?URLConnection"))
        .orShould()
        .callMethodWhere(
            target(owner(name("java.net.URL"))).and(target(nameMatching("open.*|getContent"))))
        .because("a URL may lead to the network; what ships with the program does not")
        .check(PROGRAM);
  }

  @Test
  void nothingIsDoneByReflection() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.lang.reflect..", "java.lang.invoke..")
        .orShould()
        .callMethod(Class.class, "forName", String.class)
        .because("what calls what must be found by reading and by searching")
        .check(PROGRAM);
  }

  @Test
  void everyPackageSaysThatItHasNoNull() {
    assertThat(PROGRAM.getPackage(ROOT).getSubpackagesInTree())
        .isNotEmpty()
        .allSatisfy(
            ours ->
                assertThat(ours.isAnnotatedWith(NullMarked.class))
                    .as("%s has a package-info.java with @NullMarked", ours.getName())
                    .isTrue());
    assertThat(PROGRAM.getPackage(ROOT).isAnnotatedWith(NullMarked.class)).isTrue();
  }

  static IntStream levels() {
    return IntStream.range(0, LEVELS.size());
  }

  private static String in(String ours) {
    return ROOT + "." + ours + "..";
  }
}
