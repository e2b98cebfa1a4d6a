package io.github.pyo3doctor.faq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicFileTest {
  private static final String FRONT =
      """
      id = "door-stuck"
      title = "The `door` is stuck"
      when = "Loading"
      in-short = "Door is stuck"
      upstream = ["the-door-is-stuck", "my-door"]
      pyo3 = ">=0.15"
      words = ["jammed"]

      [[signatures]]
      id = "creak"
      pattern = '''cre+ak'''
      sample = "creeeak"
      with = "floor"
      sample-with = "the floor"
      shared-with = "floor-loose"
      """;

  @Test
  void theFrontMatterIsTheTopicsCard() {
    Topic topic = read("+++\n" + FRONT + "+++\n\nPush it, since {{#FACT attach.since}}.\n");
    TopicCard card = topic.card().orElseThrow();

    assertThat(topic.id()).isEqualTo("door-stuck");
    assertThat(topic.titleText()).isEqualTo("The door is stuck");
    assertThat(topic.anchor()).isEqualTo("the-door-is-stuck");
    assertThat(topic.summary()).isEqualTo("Push it, since 0.26.");
    assertThat(card.when()).isEqualTo(Stage.LOADING);
    assertThat(card.inShort()).isEqualTo("Door is stuck");
    assertThat(card.upstream()).containsExactly("the-door-is-stuck", "my-door");
    assertThat(card.pyo3()).isEqualTo(">=0.15");
    assertThat(card.words()).containsExactly("jammed");
  }

  @Test
  void aSignatureMayNeedACompanionAndBeShared() {
    Signature signature =
        read("+++\n" + FRONT + "+++\ntext").card().orElseThrow().signatures().getFirst();

    assertThat(signature.id()).isEqualTo("creak");
    assertThat(signature.pattern().matcher(signature.sample()).find()).isTrue();
    assertThat(signature.with().orElseThrow().sample()).isEqualTo("the floor");
    assertThat(signature.sharedWith()).contains("floor-loose");
  }

  @ParameterizedTest
  @CsvSource({
    "id,lacks id",
    "title,lacks title",
    "when,lacks when",
    "in-short,lacks in-short",
    "pyo3,lacks pyo3",
  })
  void whatIsMissingIsNamedWithTheFile(String key, String mistake) {
    String without = FRONT.replaceFirst("(?m)^" + key + " = .*\n", "");

    refuses("+++\n" + without + "+++\ntext", mistake);
  }

  @Test
  void mistakesAreNamedWithTheFile() {
    refuses("text", "has no front matter between +++ lines");
    refuses("+++\nid = \"a\"\n", "has no front matter between +++ lines");
    refuses("+++\n" + FRONT.replace("Loading", "Lunch") + "+++\ntext", "no stage Lunch");
    refuses(
        "+++\n" + FRONT.replace("cre+ak", "cre(ak") + "+++\ntext",
        "signature cre(ak: Unclosed group");
    refuses(
        "+++\n" + FRONT.replace("sample-with", "sample-wit") + "+++\ntext", "lacks sample-with");
  }

  @Test
  void factsAreFoundByTheirDottedKey() {
    Facts facts = Facts.parse("[a]\ntext = \"x\"\nnumber = 3\nflag = true\nlist = [1]");

    assertThat(List.of("a.text", "a.number", "a.flag"))
        .map(key -> facts.find(key).orElseThrow())
        .containsExactly("x", "3", "true");
    assertThat(List.of("a.list", "a", "b", "b.c", "a.text.deeper"))
        .allSatisfy(key -> assertThat(facts.find(key)).isEmpty());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> facts.version("b.c"))
        .withMessage("facts.toml has no key b.c");
    assertThatIllegalArgumentException().isThrownBy(() -> Facts.parse("a = "));
  }

  private static void refuses(String text, String mistake) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(text))
        .withMessage("topics/door-stuck.md: " + mistake);
  }

  private static Topic read(String text) {
    Libraries libraries = new Libraries();
    return TopicFile.read(
        "topics/door-stuck.md", text, new Pyo3Release("0.29.2"), libraries.facts());
  }
}
