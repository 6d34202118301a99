package dev.orgform.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineTest {
  @Test
  void ourOwnTextIsNeverCutAndAlwaysEncoded() {
    var command = "orgform apply --faults '" + "3:429,".repeat(1_000) + "'";
    assertThat(new Line().whole(command).in(Ink.PLAIN)).isEqualTo(command);
    assertThat(new Line().whole("o\u001b[2Jo.yaml").in(Ink.PLAIN)).doesNotContain("\u001b");
  }

  @Test
  void coloursOnlyWhereAsked() {
    var line = new Line().say(Style.ADD, "+").say(" ").data(Style.TITLE, "name");
    assertThat(line.in(Ink.PLAIN)).isEqualTo("+ name");
    assertThat(line.in(Ink.COLOUR)).isEqualTo("\u001b[32m+\u001b[0m \u001b[1mname\u001b[0m");
  }

  @Test
  void quotesSoThatNothingGetsOut() {
    assertThat(new Line().quoted("a\"b\\c\nd").in(Ink.PLAIN)).isEqualTo("\"a\\\"b\\\\c\\nd\"");
  }

  @Test
  void cutsLongValuesSoThatTwoStillDiffer() {
    var one = new Line().quoted("x".repeat(1_000) + "1").in(Ink.PLAIN);
    var other = new Line().quoted("x".repeat(1_000) + "2").in(Ink.PLAIN);
    assertThat(one)
        .startsWith("\"xxx")
        .contains("\"… (1,001 characters, sha256 ")
        .hasSizeLessThan(260);
    assertThat(one).isNotEqualTo(other);
    assertThat(new Line().data("é".repeat(200)).in(Ink.PLAIN)).isEqualTo("é".repeat(200));
  }

  @Test
  void countsCharactersAndNotHalves() {
    var faces = "\ud83d\ude00".repeat(201);
    assertThat(new Line().data(faces).in(Ink.PLAIN)).startsWith("\ud83d\ude00".repeat(200) + "…");
  }

  @Test
  void dropsBlanksAtItsEnd() {
    assertThat(new Line().say("│ ").data("  ").in(Ink.PLAIN)).isEqualTo("│");
  }
}
