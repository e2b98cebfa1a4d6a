package io.github.pyo3doctor.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.CargoTarget;
import io.github.pyo3doctor.snapshot.Dependency;
import io.github.pyo3doctor.snapshot.DependencyKind;
import io.github.pyo3doctor.snapshot.Feature;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.TargetKind;
import io.github.pyo3doctor.snapshot.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares what the collector reads with what Cargo says. The {@code *.cargo-metadata.json} files
 * beside the projects hold, for each workspace by its root manifest, the packages that {@code cargo
 * metadata --no-deps --offline --format-version 1} of Cargo 1.95 lists and the manifests of those
 * that it builds by default, with paths made relative to the project.
 */
class CargoMetadataTest {
  private static final Path PROJECTS = Path.of("src/test/resources/project");

  @ParameterizedTest
  @ValueSource(strings = {"virtual-workspace", "targets", "first-edition", "pointing"})
  void readsWhatCargoReads(String name) throws Exception {
    Path recorded = PROJECTS.resolve(name + ".cargo-metadata.json");
    JsonNode workspaces = JsonMapper.builder().build().readTree(recorded.toFile());
    Project project = new ProjectCollector().collect(PROJECTS.resolve(name), CollectProgress.NONE);

    Map<String, Object> expected = new TreeMap<>();
    workspaces.properties().forEach(each -> expected.put(each.getKey(), describe(each.getValue())));
    Map<String, Object> read = new TreeMap<>();
    for (Workspace workspace : project.workspaces()) {
      read.put(workspace.manifest(), describe(workspace));
    }

    assertThat(project.notExamined()).isEmpty();
    assertThat(read).isEqualTo(expected);
  }

  private static List<String> describe(JsonNode workspace) {
    List<String> lines = new ArrayList<>();
    for (JsonNode manifest : workspace.get("default_members")) {
      lines.add("by default " + manifest.asString());
    }
    for (JsonNode member : workspace.get("packages")) {
      String name = member.get("name").asString() + " ";
      lines.add(name + "rust " + member.get("rust_version").asString("any"));
      lines.add(name + member.get("manifest_path").asString());
      for (JsonNode target : member.get("targets")) {
        lines.add(name + describeTarget(target));
      }
      for (JsonNode each : member.get("dependencies")) {
        lines.add(
            name
                + each.get("kind").asString("normal")
                + (" " + each.get("rename").asString(each.get("name").asString()))
                + (" = " + each.get("name").asString())
                + (" " + each.get("req").asString())
                + (" for " + each.get("target").asString("all"))
                + (" at " + each.get("path").asString("none"))
                + (" optional " + each.get("optional").asBoolean())
                + (" defaults " + each.get("uses_default_features").asBoolean())
                + (" " + strings(each.get("features")).stream().sorted().toList()));
      }
      member
          .get("features")
          .properties()
          .forEach(
              feature -> {
                List<String> enables = strings(feature.getValue());
                if (!enables.equals(List.of("dep:" + feature.getKey()))) {
                  lines.add(name + "feature " + feature.getKey() + " " + enables);
                }
              });
    }
    return lines.stream().sorted().toList();
  }

  private static String describeTarget(JsonNode target) {
    String kind = target.get("kind").get(0).asString();
    boolean library = !List.of("bin", "test", "bench", "example").contains(kind);
    boolean hasTypes = library || kind.equals("example");
    return (library ? "lib" : kind)
        + (" " + target.get("name").asString())
        + (" " + target.get("src_path").asString())
        + (" " + (hasTypes ? strings(target.get("crate_types")) : List.of()))
        + (" test " + target.get("test").asBoolean())
        + (" " + strings(target.path("required-features")));
  }

  private static List<String> strings(JsonNode array) {
    List<String> found = new ArrayList<>();
    array.forEach(each -> found.add(each.asString()));
    return found;
  }

  private static List<String> describe(Workspace workspace) {
    List<String> lines = new ArrayList<>();
    workspace.defaultMembers().forEach(manifest -> lines.add("by default " + manifest));
    for (CargoPackage member : workspace.members()) {
      String name = member.name() + " ";
      lines.add(name + "rust " + member.rustVersion().map(Located::value).orElse("any"));
      lines.add(name + member.manifest());
      member.targets().forEach(target -> lines.add(name + describe(target)));
      member.dependencies().forEach(each -> lines.add(name + describe(each)));
      for (Feature each : member.features()) {
        List<String> enables = each.enables().stream().map(Located::value).toList();
        lines.add(name + "feature " + each.name() + " " + enables);
      }
    }
    return lines.stream().sorted().toList();
  }

  private static String describe(CargoTarget target) {
    String kind = target.kind() == TargetKind.LIB ? "lib" : target.kind().word();
    List<String> byDefault =
        switch (target.kind()) {
          case LIB -> List.of("lib");
          case EXAMPLE -> List.of("bin");
          case BIN, TEST, BENCH -> List.of();
        };
    return kind.replace("binary", "bin")
        + (" " + target.name())
        + (" " + target.path())
        + (" " + (target.crateTypes().isEmpty() ? byDefault : target.crateTypes()))
        + (" test " + target.tested())
        + (" " + target.requiredFeatures());
  }

  private static String describe(Dependency each) {
    String kind =
        each.kind() == DependencyKind.NORMAL
            ? "normal"
            : each.kind().name().toLowerCase(java.util.Locale.ROOT);
    return kind
        + (" " + each.name())
        + (" = " + each.packageName())
        + (" " + each.requirement().map(CargoMetadataTest::asCargoWrites).orElse("*"))
        + (" for " + each.condition().orElse("all"))
        + (" at " + each.path().orElse("none"))
        + (" optional " + each.optional())
        + (" defaults " + each.defaultFeatures())
        + (" " + each.features().stream().map(Located::value).sorted().toList());
  }

  /** Cargo spells out the caret of a bare version, and spaces lists its own way. */
  private static String asCargoWrites(String requirement) {
    List<String> parts = new ArrayList<>();
    for (String part : List.of(requirement.split(",", -1))) {
      String bare = part.replace(" ", "");
      parts.add(Character.isDigit(bare.charAt(0)) ? "^" + bare : bare);
    }
    return String.join(", ", parts);
  }
}
