package io.github.pyo3doctor.benchmarks;

import io.github.pyo3doctor.files.UnreadableFileException;
import io.github.pyo3doctor.guide.GuideNotFoundException;
import io.github.pyo3doctor.search.Hit;
import io.github.pyo3doctor.search.TopicIndex;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/**
 * How long one search takes, warm, with its highlighting, over the bundled topics and the whole
 * official guide. {@code docs/benchmarks/latency} runs it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SearchLatency {
  private static final int SHOWN = 10;
  private static final long SEED = 25;

  /** How the queries reach the search. */
  public enum Habit {
    /** Complete, as labelled. */
    WHOLE,
    /** After every third letter. */
    AS_TYPED,
    /** With two letters changed over. */
    MISSPELT,
    /** Pasted logs. */
    PASTED
  }

  @Param private Habit habit = Habit.WHOLE;

  private TopicIndex index = TopicIndex.of(List.of());
  private List<String> queries = List.of();
  private int next;

  /** Builds the index and the queries, in an order that is the same in every run. */
  @Setup
  public void prepare() throws IOException, UnreadableFileException, GuideNotFoundException {
    index = TopicIndex.of(Corpus.libraries());
    queries = queries(habit);
    Collections.shuffle(queries, new Random(SEED));
  }

  @TearDown
  public void close() {
    index.close();
  }

  @Benchmark
  public List<Hit> search() {
    next = (next + 1) % queries.size();
    return index.search(queries.get(next), SHOWN);
  }

  private static List<String> queries(Habit habit) throws IOException {
    if (habit == Habit.PASTED) return Corpus.logs();
    Random random = new Random(SEED);
    List<String> queries = new ArrayList<>();
    for (LabelledSymptom symptom : Corpus.symptoms()) {
      if (!symptom.isTyped()) continue;
      if (habit == Habit.AS_TYPED) queries.addAll(TypingHabits.asTyped(symptom.text()));
      else if (habit == Habit.MISSPELT) queries.add(TypingHabits.misspelt(symptom.text(), random));
      else queries.add(symptom.text());
    }
    return queries;
  }

  /** Runs the benchmark; the arguments are JMH's own. */
  public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
    var options =
        new OptionsBuilder()
            .parent(new CommandLineOptions(arguments))
            .include(SearchLatency.class.getName())
            .verbosity(VerboseMode.SILENT)
            .build();
    Collection<RunResult> results = new Runner(options).run();
    System.out.printf(
        "%-10s %9s %9s %9s %9s %9s %9s%n", "", "searches", "p50", "p90", "p99", "p99.9", "most");
    for (RunResult result : results) {
      Statistics times = result.getPrimaryResult().getStatistics();
      System.out.printf(
          "%-10s %9d %6.0f µs %6.0f µs %6.0f µs %6.0f µs %6.0f µs%n",
          result.getParams().getParam("habit"),
          times.getN(),
          times.getPercentile(50),
          times.getPercentile(90),
          times.getPercentile(99),
          times.getPercentile(99.9),
          times.getMax());
    }
  }
}
