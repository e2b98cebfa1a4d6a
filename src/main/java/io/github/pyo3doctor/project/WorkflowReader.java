package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.WorkflowCommand;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what GitHub workflows, and the settings of other services, run with Cargo on macOS.
 * Whatever a condition or an expression leaves open is passed over: only what surely runs there
 * counts.
 */
final class WorkflowReader {
  private static final Pattern MATRIX = Pattern.compile("\\$\\{\\{\\s*matrix\\.([\\w.-]+)\\s*}}");

  private static final String MACOS = "macos";

  private final ProjectFiles files;
  private final ShellCommands commands;

  WorkflowReader(ProjectFiles files) {
    this.files = files;
    commands = new ShellCommands(files);
  }

  List<WorkflowCommand> read() {
    List<WorkflowCommand> found = new ArrayList<>();
    for (Path file : workflows()) {
      Optional<String> text = files.read(file, Manifests.LIMIT_BYTES);
      if (text.filter(all -> TaskRunners.mayRunCargo(all) && isMacos(all)).isPresent()) {
        YamlOutline.Node root = YamlOutline.read(text.get());
        for (YamlOutline.Node job :
            root.child("jobs").map(YamlOutline.Node::children).orElse(List.of())) {
          if (runsOnMacos(job)) {
            addCommands(files.relative(file), root, job, found);
          }
        }
      }
    }
    found.addAll(new OtherPipelines(files, commands).read());
    return List.copyOf(found);
  }

  private List<Path> workflows() {
    List<Path> found = new ArrayList<>();
    Path folder = files.folder().resolve(".github").resolve("workflows");
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*.{yml,yaml}")) {
      entries.forEach(found::add);
    } catch (IOException absent) {
      return List.of();
    }
    found.sort(null);
    return found;
  }

  /** Whether a text names the system. */
  static boolean isMacos(String text) {
    return text.toLowerCase(Locale.ROOT).contains(MACOS);
  }

  private static boolean runsOnMacos(YamlOutline.Node job) {
    Optional<YamlOutline.Node> runsOn = job.child("runs-on");
    boolean never = job.text("if").filter(condition -> condition.equals("false")).isPresent();
    if (runsOn.isEmpty() || never || job.child("container").isPresent()) {
      return false;
    }
    Matcher matrix = MATRIX.matcher(runsOn.get().value());
    if (!matrix.find()) {
      return !runsOn.get().value().contains("${{") && mentions(runsOn.get());
    }
    Optional<YamlOutline.Node> all =
        job.child("strategy").flatMap(strategy -> strategy.child("matrix"));
    if (all.isEmpty() || all.get().child("exclude").isPresent()) {
      return false;
    }
    String name = matrix.group(1);
    String last = name.substring(name.lastIndexOf('.') + 1);
    return all.get()
        .below()
        .filter(node -> node.key().equals(name) || node.key().equals(last))
        .anyMatch(WorkflowReader::mentions);
  }

  /** Whether a value or what stands below it names the system. */
  static boolean mentions(YamlOutline.Node node) {
    return isMacos(node.value()) || node.below().anyMatch(each -> isMacos(each.value()));
  }

  private void addCommands(
      String path, YamlOutline.Node root, YamlOutline.Node job, List<WorkflowCommand> found) {
    String usual = folder(job).or(() -> folder(root)).orElse("");
    for (YamlOutline.Node step :
        job.child("steps").map(YamlOutline.Node::children).orElse(List.of())) {
      Optional<YamlOutline.Node> run = step.child("run");
      if (run.isPresent() && isTaken(step)) {
        String folder = step.text("working-directory").orElse(usual);
        commands.add(path, run.get(), folder, found);
      }
    }
  }

  private static Optional<String> folder(YamlOutline.Node node) {
    return node.child("defaults")
        .flatMap(defaults -> defaults.child("run"))
        .flatMap(run -> run.text("working-directory"));
  }

  /** A step without a condition, or with one that asks for macOS and nothing else. */
  private static boolean isTaken(YamlOutline.Node step) {
    Optional<String> condition = step.text("if");
    return condition.isEmpty()
        || condition
            .filter(text -> isMacos(text) && !text.contains("!") && !text.contains("&&"))
            .isPresent();
  }
}
