package io.github.pyo3doctor.doctor;

import io.github.pyo3doctor.binary.Binaries;
import io.github.pyo3doctor.binary.Inspector;
import io.github.pyo3doctor.binary.WheelInspector;
import io.github.pyo3doctor.checks.Check;
import io.github.pyo3doctor.checks.Checks;
import io.github.pyo3doctor.checks.Examination;
import io.github.pyo3doctor.checks.Outcome;
import io.github.pyo3doctor.checks.Part;
import io.github.pyo3doctor.checks.Surroundings;
import io.github.pyo3doctor.checks.Verdict;
import io.github.pyo3doctor.faq.BookFiles;
import io.github.pyo3doctor.faq.Libraries;
import io.github.pyo3doctor.faq.Library;
import io.github.pyo3doctor.faq.Pyo3Release;
import io.github.pyo3doctor.faq.Topic;
import io.github.pyo3doctor.files.CacheFolder;
import io.github.pyo3doctor.files.UnreadableFileException;
import io.github.pyo3doctor.fix.FixJournal;
import io.github.pyo3doctor.fix.Fixes;
import io.github.pyo3doctor.guide.Guide;
import io.github.pyo3doctor.guide.GuideFinder;
import io.github.pyo3doctor.guide.GuideReader;
import io.github.pyo3doctor.guide.Guides;
import io.github.pyo3doctor.machine.LinuxInspection;
import io.github.pyo3doctor.machine.MacInspection;
import io.github.pyo3doctor.machine.MachineCollector;
import io.github.pyo3doctor.machine.WindowsInspection;
import io.github.pyo3doctor.project.ProjectCollector;
import io.github.pyo3doctor.project.UnusableProjectException;
import io.github.pyo3doctor.report.MachineReport;
import io.github.pyo3doctor.search.TopicIndex;
import io.github.pyo3doctor.snapshot.Inspected;
import io.github.pyo3doctor.snapshot.Machine;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.Snapshot;
import io.github.pyo3doctor.snapshot.SnapshotJson;
import io.github.pyo3doctor.symptoms.Match;
import io.github.pyo3doctor.symptoms.Recogniser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/**
 * The one engine behind both faces: reads the library, searches it, takes snapshots and examines
 * them.
 */
public final class Doctor {
  private final String version;
  private final Libraries libraries;
  private final Supplier<Checks> checks;
  private final Binaries binaries = new Binaries();
  private final ProjectCollector projects;
  private final MachineCollector machines;
  private final GuideFinder guideFinder;
  private final Optional<CacheFolder> cache;
  private final Optional<IndexCache> indexes;
  private final Fixes fixes;

  /**
   * A doctor with everything it ships with.
   *
   * @param version the program's version, written into snapshots
   */
  public Doctor(String version) {
    this(version, new Libraries());
  }

  private Doctor(String version, Libraries libraries) {
    this(
        version,
        libraries,
        () -> new Checks(libraries.facts()),
        GuideFinder.ofThisMachine(),
        CacheFolder.ofThisUser(),
        fixesOfThisUser());
  }

  /** A doctor that runs only these checks. Asked for them only when they are to be run. */
  Doctor(String version, Libraries libraries, Supplier<Checks> checks) {
    this(
        version,
        libraries,
        checks,
        GuideFinder.ofThisMachine(),
        Optional.empty(),
        fixesOfThisUser());
  }

  private Doctor(
      String version,
      Libraries libraries,
      Supplier<Checks> checks,
      GuideFinder guideFinder,
      Optional<CacheFolder> cache,
      Fixes fixes) {
    this.version = version;
    this.libraries = libraries;
    this.checks = checks;
    this.cache = cache;
    this.projects = new ProjectCollector(cache);
    this.machines = MachineCollector.ofThisMachine(cache);
    this.guideFinder = guideFinder;
    this.indexes = cache.map(IndexCache::new);
    this.fixes = fixes;
  }

  private static Fixes fixesOfThisUser() {
    Path home = Path.of(System.getProperty("user.home", "."));
    return new Fixes(FixJournal.ofUser(System.getenv(), home));
  }

  /** The same doctor, looking for PyO3's guides elsewhere. */
  public Doctor withGuidesOf(GuideFinder finder) {
    return new Doctor(version, libraries, checks, finder, cache, fixes);
  }

  /** The same doctor, keeping there what can be made anew. */
  Doctor withCacheIn(CacheFolder folder) {
    return new Doctor(version, libraries, checks, guideFinder, Optional.of(folder), fixes);
  }

  /** The same doctor, remembering elsewhere what it changed. */
  public Doctor withFixes(Fixes others) {
    return new Doctor(version, libraries, checks, guideFinder, cache, others);
  }

  /** The newest PyO3 release this program knows. */
  public Pyo3Release currentPyo3() {
    return libraries.facts().currentPyo3();
  }

  /** The bundled topics, as they read for a PyO3 release. */
  public Library bundled(Pyo3Release release) {
    return libraries.bundled(release);
  }

  /**
   * What a file or folder holds, as it reads for a PyO3 release: a guide of PyO3's ({@code .crate},
   * the folder of a crate, of its guide, or of the guide's sources), an mdBook page, or a folder of
   * pages. A crate's own version goes before {@code release}.
   */
  public Library library(Path source, Pyo3Release release) throws UnreadableFileException {
    Optional<Guide> guide = guideFinder.at(source, release);
    return guide.isPresent()
        ? guide(guide.get(), source.toString())
        : libraries.at(source, release);
  }

  /**
   * PyO3's own guides on this machine, and which of them a project needs. Lists folders only.
   *
   * @param project a folder of the project, if there is one
   */
  public Guides guides(Optional<Path> project) {
    return guideFinder.find(project);
  }

  /** PyO3's own guide: its chapters and its FAQ. */
  public Library official(Guide guide) throws UnreadableFileException {
    return guide(guide, Libraries.OFFICIAL);
  }

  private Library guide(Guide guide, String source) throws UnreadableFileException {
    BookFiles files = GuideReader.open(guide);
    return libraries
        .guide(source, files, guide.folder(), guide.release())
        .orElseThrow(
            () ->
                new UnreadableFileException(
                    guide.path(),
                    "holds no guide: no " + guide.folder() + "/SUMMARY.md that names a chapter"));
  }

  /** The topics of a source. */
  public Library read(Source source) throws UnreadableFileException {
    return switch (source) {
      case Source.Bundled(Optional<Pyo3Release> release) ->
          bundled(release.orElseGet(this::currentPyo3));
      case Source.Official(Guide guide) -> official(guide);
      case Source.Named(Path path, Optional<Pyo3Release> release) ->
          library(path, release.orElseGet(this::currentPyo3));
    };
  }

  /** An index over sources; where an earlier start has kept it, nothing else is read. */
  public TopicIndex keptIndex(List<Source> sources) throws UnreadableFileException {
    Optional<TopicIndex> kept = indexes.flatMap(cache -> cache.find(sources));
    if (kept.isPresent()) return kept.get();
    List<Library> libraries = new ArrayList<>();
    for (Source source : sources) libraries.add(read(source));
    TopicIndex built = index(libraries);
    indexes.ifPresent(cache -> cache.keep(sources, built));
    return built;
  }

  /** An index over libraries; build it once and keep it. */
  public TopicIndex index(List<Library> searched) {
    return TopicIndex.of(searched);
  }

  /**
   * The troubles a log tells of, most likely first: output of a build, a traceback, a loader's
   * message, an exit code, a stack. None rather than a doubtful one.
   *
   * @throws IOException when the stream cannot be read
   */
  public List<Match> explain(InputStream log) throws IOException {
    return recogniser().recognise(log);
  }

  /** The troubles a pasted text tells of; see {@link #explain(InputStream)}. */
  public List<Match> explain(String log) {
    return recogniser().recognise(log);
  }

  private Recogniser recogniser() {
    List<Topic> topics = bundled(currentPyo3()).topics();
    return new Recogniser(topics, libraries.nextSteps(), libraries.facts());
  }

  /**
   * Takes a snapshot of a project folder and this machine. Reads, and asks Pythons and tools of the
   * machine what they are; runs nothing of the project's.
   */
  public Snapshot look(Path folder, Progress progress) throws UnusableProjectException {
    Thread.ofPlatform().daemon().start(libraries::facts); // while the disk is read
    MachineCollector machine = Files.isDirectory(folder) ? machines.asking(folder) : machines;
    progress.begins(Work.PROJECT);
    Project project = projects.collect(folder, new CollectorProgress(progress));
    progress.begins(Work.MACHINE);
    progress.lookingAt("this machine");
    return new Snapshot(
        Snapshot.SCHEMA_VERSION,
        version,
        Optional.of(project),
        machine.collect(Optional.of(folder), Optional.of(project), progress::lookingAt));
  }

  /**
   * What a build would find on this machine: for the packages of a project that use PyO3, or for
   * one without any settings. Asks Pythons and tools what they are; runs nothing of the project's.
   *
   * @throws CancellationException when {@code progress} asks to stop
   */
  public MachineReport machine(Optional<Path> folder, Progress progress)
      throws UnusableProjectException {
    Optional<Project> project = Optional.empty();
    if (folder.isPresent()) {
      project = Optional.of(projects.collect(folder.get(), new CollectorProgress(progress)));
    }
    Machine machine =
        machines.collect(
            folder,
            project,
            what -> {
              if (progress.cancelled()) throw new CancellationException();
              progress.lookingAt(what);
            });
    Surroundings surroundings =
        checks.get().surroundings(new Snapshot(Snapshot.SCHEMA_VERSION, version, project, machine));
    return MachineReport.of(
        machine,
        surroundings.pythons().isEmpty()
            ? Surroundings.ofMachine(machine, libraries.facts())
            : surroundings);
  }

  /**
   * What its loader would do with a program or library, read without loading it.
   *
   * @param windows the Windows machine whose loader decides over a PE file
   * @param linux the Linux machine whose loader decides over an ELF file
   * @param mac the Mac whose loader decides over a Mach-O file
   * @throws IOException if the file cannot be read, or is no such file
   */
  public Inspected inspect(
      Path file, WindowsInspection windows, LinuxInspection linux, MacInspection mac)
      throws IOException {
    Inspector inspector =
        new Inspector(
            windows.loader(binaries),
            one -> linux.inspect(one, binaries),
            one -> mac.inspect(one, binaries));
    return WheelInspector.isWheel(file)
        ? new WheelInspector(inspector::inspect).inspect(file)
        : Inspected.alone(inspector.inspect(file));
  }

  /** The same, told from the file alone. */
  public Inspected inspect(Path file) throws IOException {
    return inspect(
        file,
        WindowsInspection.of(file),
        LinuxInspection.ofThisMachine(),
        MacInspection.ofThisMachine());
  }

  /** Opens a snapshot that was written earlier, perhaps on another machine. */
  public Snapshot open(Path file) throws UnreadableFileException {
    return new SnapshotJson().read(file);
  }

  /** A snapshot as JSON, as it is. */
  public String write(Snapshot snapshot) {
    return new SnapshotJson().write(snapshot);
  }

  /** A snapshot as JSON without the names of this machine and its user. */
  public String writeRedacted(Snapshot snapshot) {
    return new SnapshotJson().write(snapshot, ThisMachine.redaction());
  }

  /** A report without the names of this machine and its user. */
  public String redacted(String report) {
    return ThisMachine.redaction().apply(report);
  }

  /** The topics that have a check. */
  public Set<String> checkedTopics() {
    return Set.copyOf(checks.get().all().stream().map(Check::topic).toList());
  }

  /** What the checks of a topic ask, in their order; none when no check looks for its trouble. */
  public List<String> questions(String topic) {
    return checks.get().all().stream()
        .filter(check -> check.topic().equals(topic))
        .map(Check::question)
        .toList();
  }

  /** What the answers of a topic's checks hang on; nothing when no check looks for its trouble. */
  public Set<Part> looksAt(String topic) {
    return checks.get().all().stream()
        .filter(check -> check.topic().equals(topic))
        .flatMap(check -> check.looksAt().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Runs the checks, several at a time.
   *
   * @param topics only the checks of these topics; all when empty
   * @throws CancellationException when {@code progress} asks to stop
   */
  public Examination examine(Snapshot snapshot, Set<String> topics, Progress progress) {
    progress.begins(Work.CHECKS);
    Checks run = checks.get();
    List<Verdict> verdicts =
        run.all().parallelStream()
            .filter(check -> topics.isEmpty() || topics.contains(check.topic()))
            .map(check -> verdict(check, snapshot, progress))
            .toList();
    return new Examination(
        snapshot, verdicts, List.of(), run.surroundings(snapshot), Set.copyOf(topics));
  }

  /**
   * The same with the lines of source that its findings point at, read from the project's folder.
   * Only for a snapshot that was just taken: another's folder may hold other files.
   */
  public Examination withSources(Examination examination) {
    return new Examination(
        examination.snapshot(),
        examination.verdicts(),
        FindingSources.of(examination),
        examination.surroundings(),
        examination.topics());
  }

  /** The changes that follow from an examination. */
  public Mending mending() {
    return new Mending(fixes);
  }

  private static Verdict verdict(Check check, Snapshot snapshot, Progress progress) {
    if (progress.cancelled()) throw new CancellationException();
    progress.lookingAt(check.id());
    return new Verdict(check.id(), check.topic(), check.question(), outcome(check, snapshot));
  }

  /** A mistake in one check must not cost the user the others. */
  private static Outcome outcome(Check check, Snapshot snapshot) {
    try {
      return check.examine(snapshot);
    } catch (StackOverflowError e) {
      return new Outcome.Unknown("the project is nested too deep for this check");
    } catch (RuntimeException e) {
      LoggerFactory.getLogger(Doctor.class).debug("check {} failed", check.id(), e);
      return new Outcome.Unknown("this check failed (" + e + "); please report it");
    }
  }
}
