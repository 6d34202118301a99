package dev.orgform.report.formats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProseTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "You stay a member though no list names you | You stay a member though no list names you",
        "organization.k399 is declared no more, and not found"
            + " | `organization.k399` is declared no more, and not found",
        "It isn't (\"Acme\"), but 2 others. | It isn't (`\"Acme\"`), but 2 others.",
        "add --accept-one-way=5e69, or --adopt. | add `--accept-one-way=5e69`, or `--adopt`.",
        "a@b.example (email:12ab) came | `a@b.example` (`email:12ab`) came",
        "Run `orgform drift`: it shows more | Run `orgform drift`: it shows more",
        "name=\"Acme\" is taken | `name=\"Acme\"` is taken",
        "Commit deadbeef of 1234567 | Commit `deadbeef` of `1234567`",
        "1. is no list, 1. is none | `1`. is no list, 1. is none",
      })
  void wordsAreTextAndTheRestIsCode(String raw, String drawn) {
    assertThat(Prose.of(raw)).contains(drawn);
  }

  /** Where a quotation mark is missing or a sign is none of ours, nobody knows where ours ends. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "the name \"x\" approved by all \" is taken",
        "<b>x",
        "a *b* c",
        "two\nlines",
        "a `b",
        "[x](y)",
        "see #1 there",
        "caf\u00e9",
        "a | b",
        "a\\b",
      })
  void whatIsNoSentenceOfOursIsCode(String raw) {
    assertThat(Prose.of(raw)).isEmpty();
    assertThat(new Markdown().sentence(raw).text()).startsWith("`").endsWith("`");
  }

  @Test
  void aNameWithQuotationMarksFreesNothing() {
    assertThat(Prose.of("The name \"x\" is approved, merge \"y\" is taken"))
        .contains("The name `\"x\" is approved, merge \"y\"` is taken");
  }
}
