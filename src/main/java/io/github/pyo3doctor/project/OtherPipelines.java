package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.WorkflowCommand;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds what Azure Pipelines, CircleCI, GitLab and Travis CI run with Cargo on macOS. As with
 * GitHub's workflows only what surely runs there counts: a job or a step with a condition, or on a
 * system that a variable names, is passed over.
 */
final class OtherPipelines {
  private static final String AZURE = "azure-pipelines.yml";
  private static final String CIRCLE = ".circleci/config.yml";
  private static final String GITLAB = ".gitlab-ci.yml";
  private static final String TRAVIS = ".travis.yml";

  private final ProjectFiles files;
  private final ShellCommands shell;

  OtherPipelines(ProjectFiles files, ShellCommands shell) {
    this.files = files;
    this.shell = shell;
  }

  List<WorkflowCommand> read() {
    List<WorkflowCommand> found = new ArrayList<>();
    outline(AZURE).ifPresent(root -> azure(root, found));
    outline(CIRCLE).ifPresent(root -> circle(root, found));
    outline(GITLAB).ifPresent(root -> gitlab(root, found));
    outline(TRAVIS).ifPresent(root -> travis(root, found));
    return found;
  }

  private Optional<YamlOutline.Node> outline(String name) {
    return Files.isRegularFile(files.resolve(name), LinkOption.NOFOLLOW_LINKS)
        ? files
            .read(files.resolve(name), Manifests.LIMIT_BYTES)
            .filter(TaskRunners::mayRunCargo)
            .map(YamlOutline::read)
        : Optional.empty();
  }

  private static Stream<YamlOutline.Node> below(YamlOutline.Node node, String key) {
    return node.child(key).stream().flatMap(found -> found.children().stream());
  }

  /** Its jobs, or the file itself where it is one job. */
  private void azure(YamlOutline.Node root, List<WorkflowCommand> found) {
    boolean macos = isAzureMac(root);
    Stream.concat(Stream.of(root), below(root, "jobs"))
        .filter(job -> job.child("pool").isPresent() ? isAzureMac(job) : macos)
        .filter(job -> job.child("condition").isEmpty() && job.child("container").isEmpty())
        .flatMap(job -> below(job, "steps"))
        .filter(step -> step.child("condition").isEmpty())
        .forEach(
            step ->
                Stream.of("script", "bash")
                    .flatMap(key -> step.child(key).stream())
                    .forEach(
                        run ->
                            shell.add(
                                AZURE, run, step.text("workingDirectory").orElse(""), found)));
  }

  private static boolean isAzureMac(YamlOutline.Node job) {
    return job.child("pool").flatMap(pool -> pool.text("vmImage")).stream()
        .anyMatch(image -> !image.contains("$") && WorkflowReader.isMacos(image));
  }

  private void circle(YamlOutline.Node root, List<WorkflowCommand> found) {
    below(root, "jobs")
        .filter(job -> job.child("macos").isPresent() && job.child("working_directory").isEmpty())
        .flatMap(job -> below(job, "steps"))
        .flatMap(step -> step.child("run").stream())
        .filter(run -> run.child("when").isEmpty())
        .forEach(
            run ->
                shell.add(
                    CIRCLE,
                    run.child("command").orElse(run),
                    run.text("working_directory").orElse(""),
                    found));
  }

  private void gitlab(YamlOutline.Node root, List<WorkflowCommand> found) {
    for (YamlOutline.Node job : root.children()) {
      boolean macos = job.child("tags").filter(WorkflowReader::mentions).isPresent();
      boolean open = Stream.of("when", "rules").anyMatch(key -> job.child(key).isPresent());
      if (macos && !open && !job.key().startsWith(".")) {
        commands(GITLAB, job, found);
      }
    }
  }

  /** {@code os} names every system that the script runs on. */
  private void travis(YamlOutline.Node root, List<WorkflowCommand> found) {
    if (root.child("os").filter(OtherPipelines::namesMac).isPresent()) {
      commands(TRAVIS, root, found);
    }
    Stream.of("jobs", "matrix")
        .flatMap(key -> root.child(key).stream())
        .flatMap(jobs -> below(jobs, "include"))
        .filter(job -> job.child("if").isEmpty())
        .filter(job -> job.child("os").filter(OtherPipelines::namesMac).isPresent())
        .forEach(job -> commands(TRAVIS, job.child("script").isPresent() ? job : root, found));
  }

  private static boolean namesMac(YamlOutline.Node os) {
    return Stream.concat(Stream.of(os), os.below()).anyMatch(each -> each.plain().equals("osx"));
  }

  /** A script is one command or a list of them, which share a shell. */
  private void commands(String path, YamlOutline.Node job, List<WorkflowCommand> found) {
    job.child("script")
        .ifPresent(
            script -> {
              List<YamlOutline.Line> lines =
                  Stream.concat(Stream.of(script), script.children().stream())
                      .flatMap(each -> each.lines().stream())
                      .toList();
              shell.add(path, script.with(lines), "", found);
            });
  }
}
