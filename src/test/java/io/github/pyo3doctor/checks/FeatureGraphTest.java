package io.github.pyo3doctor.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.project.CollectProgress;
import io.github.pyo3doctor.project.ProjectCollector;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Cargo switches on, asked about the dependency {@code x} of a package {@code a} and its
 * neighbour {@code b}.
 */
class FeatureGraphTest {
  @TempDir private Path folder;

  private String resolver = "2";

  @Test
  void whatADependencyEntryAsksForIsOn() throws Exception {
    manifest("a", "[dependencies]", "x = { version = '1', features = ['f'] }");

    assertThat(withoutDefaults("a")).containsExactly("default", "f");
  }

  @Test
  void defaultFeaturesOfADependencyCanBeLeftOut() throws Exception {
    manifest(
        "a", "[dependencies]", "x = { version = '1', default-features = false, features = ['f'] }");

    assertThat(withoutDefaults("a")).containsExactly("f");
  }

  @Test
  void aFeatureOfTheDefaultSetIsOnUnlessItIsLeftOut() throws Exception {
    manifest("a", "[dependencies]", "x = '1'", "[features]", "default = ['g']", "g = ['x/f']");

    assertThat(withDefaults("a")).contains("f");
    assertThat(withoutDefaults("a")).doesNotContain("f");
  }

  @Test
  void anOptionalDependencyAsksForNothingUntilItIsOn() throws Exception {
    manifest(
        "a",
        "[dependencies]",
        "x = { version = '1', optional = true, features = ['f'] }",
        "[features]",
        "default = ['dep:x']");

    assertThat(withoutDefaults("a")).isEmpty();
    assertThat(withDefaults("a")).contains("f");
  }

  @Test
  void anOptionalDependencyIsAFeatureOfItsOwnName() throws Exception {
    manifest(
        "a",
        "[dependencies]",
        "x = { version = '1', optional = true, features = ['f'] }",
        "[features]",
        "default = ['x']");

    assertThat(withDefaults("a")).contains("f");
  }

  @Test
  void aWeakRequestWaitsUntilTheDependencyIsOn() throws Exception {
    String[] lines = {
      "[dependencies]",
      "x = { version = '1', optional = true }",
      "[features]",
      "weak = ['x?/f']",
      "strong = ['x/g']",
    };
    manifest("a", append(lines, "default = ['weak']"));
    assertThat(withDefaults("a")).isEmpty();

    manifest("a", append(lines, "default = ['weak', 'strong']"));
    assertThat(withDefaults("a")).contains("f", "g");
  }

  @Test
  void aRenamedDependencyIsCalledByItsNewName() throws Exception {
    manifest(
        "a",
        "[dependencies]",
        "y = { package = 'x', version = '1' }",
        "[features]",
        "default = ['y/f', 'x/g']");

    assertThat(withDefaults("a")).contains("f").doesNotContain("g");
  }

  @Test
  void aMemberIsAskedForItsFeaturesByAnother() throws Exception {
    manifest("a", "[dependencies]", "b = { path = '../b', features = ['g'] }");
    manifest("b", "[dependencies]", "x = '1'", "[features]", "g = ['h']", "h = ['x/f']");

    assertThat(withoutDefaults("a")).contains("f");
    assertThat(withDefaults("b")).doesNotContain("f");
  }

  @Test
  void theDefaultFeaturesOfAMemberAreOnForThoseWhoDependOnIt() throws Exception {
    String[] b = {"[dependencies]", "x = '1'", "[features]", "default = ['x/f']"};
    manifest("b", b);

    manifest("a", "[dependencies]", "b = { path = '../b' }");
    assertThat(withoutDefaults("a")).contains("f");

    manifest("a", "[dependencies]", "b = { path = '../b', default-features = false }");
    assertThat(withDefaults("a")).doesNotContain("f");
  }

  @Test
  void membersThatDependOnEachOtherForTestsAreResolved() throws Exception {
    manifest("a", "[dependencies]", "b = { path = '../b' }", "x = '1'");
    manifest(
        "b",
        "[dev-dependencies]",
        "a = { path = '../a' }",
        "x = { version = '1', features = ['f'] }");

    assertThat(withDefaults("a")).doesNotContain("f");
    assertThat(withDefaults("b")).contains("f");
  }

  @Test
  void devDependenciesCountForThePackageThatIsTestedOnlyAndSaySo() throws Exception {
    manifest("a", "[dev-dependencies]", "x = { version = '1', features = ['f'] }");

    assertThat(resolve("a", true).switchedOn("x")).allMatch(FeatureGraph.Switched::onlyForTests);
    assertThat(withDefaults("a")).contains("f");
  }

  @Test
  void buildDependenciesAreLeftOut() throws Exception {
    manifest("a", "[build-dependencies]", "x = { version = '1', features = ['f'] }");

    assertThat(withDefaults("a")).isEmpty();
  }

  @Test
  void aTableForWindowsDoesNotCountAndAnotherLeavesDoubt() throws Exception {
    manifest(
        "a",
        "[target.'cfg(windows)'.dependencies]",
        "x = { version = '1', features = ['f'] }",
        "[target.x86_64-unknown-linux-gnu.dependencies]",
        "x = { version = '1', features = ['g'] }",
        "[target.'cfg(not(windows))'.dependencies]",
        "x = { version = '1', features = ['h'] }");

    List<FeatureGraph.Switched> on = resolve("a", true).switchedOn("x");

    assertThat(on).extracting(FeatureGraph.Switched::feature).doesNotContain("f");
    assertThat(on)
        .filteredOn(switched -> switched.feature().equals("g"))
        .noneMatch(FeatureGraph.Switched::certain);
    assertThat(on)
        .filteredOn(switched -> switched.feature().equals("h"))
        .allMatch(FeatureGraph.Switched::certain);
  }

  @Test
  void theFirstResolverUnitesWhatOtherTargetsTestsAndBuildScriptsAskFor() throws Exception {
    resolver = "1";
    manifest(
        "a",
        "[dependencies]",
        "x = '1'",
        "[target.'cfg(windows)'.dependencies]",
        "x = { version = '1', features = ['f'] }",
        "[build-dependencies]",
        "x = { version = '1', features = ['g'] }",
        "[dev-dependencies]",
        "x = { version = '1', features = ['h'] }");

    List<FeatureGraph.Switched> on = resolve("a", true).switchedOn("x");

    assertThat(on)
        .extracting(FeatureGraph.Switched::feature)
        .containsExactlyInAnyOrder("default", "default", "f", "g", "h");
    assertThat(on).noneMatch(FeatureGraph.Switched::onlyForTests);
    assertThat(on).allMatch(FeatureGraph.Switched::certain);
  }

  @Test
  void theFirstResolverUnitesNothingThatIsNotUsedOtherwise() throws Exception {
    resolver = "1";
    manifest(
        "a",
        "[target.'cfg(windows)'.dependencies]",
        "x = { version = '1', features = ['f'] }",
        "[build-dependencies]",
        "x = { version = '1', features = ['g'] }");

    assertThat(withDefaults("a")).isEmpty();
  }

  @Test
  void featuresAskedForByNameAreOn() throws Exception {
    manifest("a", "[dependencies]", "x = '1'", "[features]", "g = ['x/f']");

    assertThat(features(resolve("a", true, "g"))).contains("f");
    assertThat(features(resolve("a", true, "x/h"))).contains("h").doesNotContain("f");
  }

  @Test
  void everyEntryThatLedToAFeatureIsNamedInOrder() throws Exception {
    manifest("a", "[dependencies]", "b = { path = '../b', features = ['g'] }");
    manifest("b", "[dependencies]", "x = '1'", "[features]", "g = ['h']", "h = ['x/f']");

    assertThat(resolve("a", false).switchedOn("x"))
        .filteredOn(switched -> switched.feature().equals("f"))
        .singleElement()
        .satisfies(
            switched ->
                assertThat(switched.because())
                    .extracting(Located::value)
                    .containsExactly("g", "h", "x/f"));
  }

  @Test
  void featuresThatNameEachOtherEnd() throws Exception {
    manifest(
        "a",
        "[dependencies]",
        "x = '1'",
        "[features]",
        "default = ['g']",
        "g = ['default', 'x/f']");

    assertThat(withDefaults("a")).contains("f");
  }

  private List<String> withDefaults(String name) throws Exception {
    return features(resolve(name, true));
  }

  private List<String> withoutDefaults(String name) throws Exception {
    return features(resolve(name, false));
  }

  private static List<String> features(FeatureGraph graph) {
    return graph.switchedOn("x").stream().map(FeatureGraph.Switched::feature).toList();
  }

  private FeatureGraph resolve(String name, boolean defaults, String... named) throws Exception {
    Files.writeString(
        folder.resolve("Cargo.toml"),
        "[workspace]\nmembers = ['*']\nresolver = '" + resolver + "'\n");
    Workspace workspace =
        new ProjectCollector().collect(folder, CollectProgress.NONE).workspaces().getFirst();
    return FeatureGraph.resolve(
        new MemberIndex(workspace),
        List.of(workspace.member(name).orElseThrow()),
        defaults,
        Arrays.stream(named)
            .map(feature -> new Located<>(feature, new Location("", 1, 1)))
            .toList(),
        BuildConfiguration.UNIX);
  }

  private void manifest(String name, String... lines) throws Exception {
    Files.createDirectories(folder.resolve(name + "/src"));
    Files.writeString(folder.resolve(name + "/src/lib.rs"), "");
    Files.writeString(
        folder.resolve(name + "/Cargo.toml"),
        "[package]\nname = '" + name + "'\nversion = '1.0.0'\n" + String.join("\n", lines));
  }

  private static String[] append(String[] lines, String line) {
    String[] longer = Arrays.copyOf(lines, lines.length + 1);
    longer[lines.length] = line;
    return longer;
  }
}
