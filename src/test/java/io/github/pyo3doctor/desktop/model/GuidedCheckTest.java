package io.github.pyo3doctor.desktop.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.doctor.Doctor;
import io.github.pyo3doctor.faq.Library;
import io.github.pyo3doctor.faq.Topic;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuidedCheckTest {
  private static final Path FAILS =
      Path.of("src/test/resources/checks/library-is-only-cdylib/fail-integration-test");
  private static final Path PASSES =
      Path.of("src/test/resources/checks/library-is-only-cdylib/pass-rlib");
  private static final Threads AT_ONCE = new Threads(Runnable::run, Runnable::run);

  private final Doctor doctor = new Doctor("test");
  private final Library library = doctor.bundled(doctor.currentPyo3());
  private final Queue<Runnable> waiting = new ArrayDeque<>();

  @TempDir Path folder;

  @Test
  void theStepsAreThoseThatTheChecksAndSignaturesOfATopicHaveAUseFor() {
    assertThat(plan("crate-not-found-in-tests").steps())
        .containsExactly(GuidedStep.PROJECT, GuidedStep.OUTPUT, GuidedStep.RESULT);
    assertThat(plan("gil-lock-deadlock").steps())
        .containsExactly(GuidedStep.PROJECT, GuidedStep.PROCESS, GuidedStep.RESULT);
    assertThat(plan("interpreter-not-found").steps())
        .containsExactly(
            GuidedStep.PROJECT, GuidedStep.MACHINE, GuidedStep.OUTPUT, GuidedStep.RESULT);
    assertThat(plan("windows-dll-not-found").steps())
        .containsExactly(
            GuidedStep.PROJECT,
            GuidedStep.MACHINE,
            GuidedStep.BINARY,
            GuidedStep.OUTPUT,
            GuidedStep.RESULT);
    assertThat(plan("panic-exception").steps())
        .containsExactly(GuidedStep.OUTPUT, GuidedStep.RESULT);
  }

  @Test
  void everyTopicHasAStepBeforeItsResult() {
    assertThat(library.topics())
        .allSatisfy(
            topic ->
                assertThat(GuidedPlan.of(topic, doctor).steps())
                    .hasSizeGreaterThan(1)
                    .endsWith(GuidedStep.RESULT));
  }

  @Test
  void whatIsFoundIsFoundByTheChecksOfTheTopicAlone() {
    GuidedCheck check = check("crate-not-found-in-tests", AT_ONCE);
    assertThat(check.state().step(GuidedStep.PROJECT).isOpen()).isTrue();

    check.choose(FAILS);
    check.start();

    GuidedState state = check.state();
    assertThat(state.examined().orElseThrow().verdicts())
        .allMatch(verdict -> verdict.topic().equals("crate-not-found-in-tests"));
    assertThat(state.step(GuidedStep.PROJECT))
        .isEqualTo(new StepState.Done("fail-integration-test: 1 package read"));
    assertThat(state.step(GuidedStep.OUTPUT)).isInstanceOf(StepState.NotNeeded.class);
    assertThat(state.step(GuidedStep.RESULT)).isInstanceOf(StepState.Found.class);
    assertThat(state.verdict().sentences().getFirst())
        .startsWith("Found in `fail-integration-test`: 1 error");
  }

  @Test
  void whatIsNotFoundIsSaidWithItsChecksAndLookAlikesAreNamed() {
    GuidedCheck check = check("once-deadlock", AT_ONCE);
    check.choose(PASSES);
    check.start();

    assertThat(check.state().verdict().kind()).isEqualTo(GuidedVerdict.Kind.NOT_SEEN);
    assertThat(check.state().verdict().sentences())
        .containsExactly(
            "This is not what troubles `pass-rlib`, as far as is checked: 1 check passed.");
    Topic topic = library.topic("once-deadlock").orElseThrow();
    assertThat(LookAlike.of(new Article(topic, library, Optional.empty())))
        .extracting(like -> like.topic().id())
        .containsExactly("gil-lock-deadlock", "interpreter-not-initialized", "ctrl-c-ignored");
  }

  @Test
  void aQuestionThatDoesNotAriseIsNoAllClear() {
    GuidedCheck check = check("manylinux-glibc", AT_ONCE);
    check.choose(PASSES);
    check.start();

    assertThat(check.state().verdict().kind()).isEqualTo(GuidedVerdict.Kind.OPEN);
    assertThat(check.state().step(GuidedStep.BINARY))
        .isEqualTo(new StepState.ToDo("None is built in the project: choose one"));
  }

  @Test
  void theStepsSayOneAfterTheOtherWhatIsLookedAt() {
    GuidedCheck check = check("interpreter-not-found", AT_ONCE);
    List<GuidedStep> doing = new ArrayList<>();
    check
        .stateProperty()
        .subscribe(
            state ->
                state.plan().steps().stream()
                    .filter(step -> state.step(step) instanceof StepState.Doing)
                    .forEach(doing::add));
    check.choose(PASSES);
    check.start();

    assertThat(doing.stream().distinct())
        .containsExactly(GuidedStep.PROJECT, GuidedStep.MACHINE, GuidedStep.RESULT);
  }

  @Test
  void whatWasStoppedSaysSoAndCanBeBegunAgain() {
    GuidedCheck check = check("once-deadlock", new Threads(waiting::add, Runnable::run));
    check.choose(PASSES);
    check.start();
    assertThat(check.state().step(GuidedStep.PROJECT)).isInstanceOf(StepState.Doing.class);

    check.stop();
    assertThat(check.state().step(GuidedStep.PROJECT)).isInstanceOf(StepState.Stopped.class);
    assertThat(check.state().verdict().kind()).isEqualTo(GuidedVerdict.Kind.NONE_YET);

    waiting.clear();
    check.start();
    waiting.remove().run();
    assertThat(check.state().examined()).isPresent();
  }

  @Test
  void aBuiltFileIsWaitedForNoLongerOnceStopped() {
    GuidedCheck check = check("windows-dll-not-found", new Threads(waiting::add, Runnable::run));
    check.inspect(folder.resolve("missing.pyd"));
    assertThat(check.state().step(GuidedStep.BINARY)).isInstanceOf(StepState.Doing.class);

    check.stop();
    assertThat(check.state().step(GuidedStep.BINARY)).isInstanceOf(StepState.ToDo.class);
    waiting.remove().run();
    assertThat(check.state().step(GuidedStep.BINARY)).isInstanceOf(StepState.ToDo.class);
  }

  @Test
  void whatWasSaidOfAnotherProjectDoesNotCount() {
    GuidedCheck check = check("crate-not-found-in-tests", AT_ONCE);
    check.choose(FAILS);
    check.start();
    check.choose(PASSES);

    assertThat(check.state().examined()).isEmpty();
    assertThat(check.state().step(GuidedStep.PROJECT)).isInstanceOf(StepState.ToDo.class);
  }

  @Test
  void aFolderThatIsNoProjectFails() {
    GuidedCheck check = check("once-deadlock", AT_ONCE);
    check.choose(folder);
    check.start();

    assertThat(check.state().step(GuidedStep.PROJECT))
        .isInstanceOfSatisfying(
            StepState.Failed.class,
            failed -> assertThat(failed.text()).contains("no Rust project"));
  }

  @Test
  void outputThatTellsOfTheTroubleIsFoundInAndOtherOutputNamesItsOwn() throws Exception {
    GuidedCheck linking = check("extension-module-linking", AT_ONCE);
    Path log = Path.of("src/test/resources/symptoms/cargo-test-links-extension-module.log");
    linking.read(log);
    assertThat(linking.state().step(GuidedStep.OUTPUT)).isInstanceOf(StepState.Found.class);
    assertThat(linking.state().verdict().kind()).isEqualTo(GuidedVerdict.Kind.FOUND);

    GuidedCheck panics = check("panic-exception", AT_ONCE);
    panics.read(log);
    assertThat(panics.state().verdict().kind()).isEqualTo(GuidedVerdict.Kind.NOT_SEEN);
    assertThat(panics.state().verdict().others()).contains("extension-module-linking");
  }

  @Test
  void aCheckThatWasBegunIsResumedAndItsProjectIsOfferedToTheNext() {
    SettingsModel settings = new SettingsModel(new SettingsFile(folder.resolve("settings.json")));
    LibraryModel topics =
        new LibraryModel(doctor, doctor.currentPyo3(), new GuideModel(doctor, AT_ONCE), AT_ONCE);
    GuidedModel guided = Models.of(doctor, topics, settings, AT_ONCE).guided();
    Topic first = library.topic("once-deadlock").orElseThrow();

    GuidedCheck begun = guided.check(first);
    assertThat(begun.state().project()).isEmpty();
    begun.choose(PASSES);
    GuidedCheck next = guided.check(library.topic("crate-not-found-in-tests").orElseThrow());

    assertThat(next.state().project()).contains(PASSES.toAbsolutePath().normalize());
    assertThat(guided.check(first)).isSameAs(begun);
    assertThat(guided.latestProperty().get()).contains(begun);
  }

  private GuidedPlan plan(String topic) {
    return GuidedPlan.of(library.topic(topic).orElseThrow(), doctor);
  }

  private GuidedCheck check(String topic, Threads threads) {
    return new GuidedCheck(
        plan(topic),
        new ExaminationModel(doctor, threads),
        new InspectionModel(doctor::inspect, threads),
        new LogModel(doctor, threads),
        Optional.empty());
  }
}
