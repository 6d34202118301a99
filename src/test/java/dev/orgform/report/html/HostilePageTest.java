package dev.orgform.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.documents.DriftDocument;
import dev.orgform.documents.Hostile;
import dev.orgform.documents.PlanDocument;
import dev.orgform.documents.Plans;
import dev.orgform.report.Shortened;
import dev.orgform.report.TerminalEscape;
import dev.orgform.report.findings.Lineage;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever strangers write, in every field at once: the page is the page, and they are its text.
 */
final class HostilePageTest {
  static Stream<String> strings() {
    return Hostile.strings();
  }

  /** Those that are one line of something, so that a page of them is built like any other. */
  static Stream<String> lines() {
    return strings()
        .filter(text -> !text.isBlank() && text.chars().noneMatch(c -> c == '\n' || c == '\r'))
        .filter(Hostile::isWellFormed);
  }

  @ParameterizedTest
  @MethodSource("strings")
  void everythingIsOurs(String text) throws IOException {
    for (var page : pages(text)) {
      Judge.read(page);
      assertThat(page.toLowerCase(Locale.ROOT)).doesNotContain("javascript:", "src=");
    }
  }

  @ParameterizedTest
  @MethodSource("lines")
  void aPageIsBuiltLikeAHarmlessOne(String text) throws IOException {
    var harmless = pages("Acme Corporation");
    var hostile = pages(text);
    for (int i = 0; i < harmless.size(); i++) {
      assertThat(Judge.bones(Judge.read(hostile.get(i))))
          .isEqualTo(Judge.bones(Judge.read(harmless.get(i))));
    }
  }

  @ParameterizedTest
  @MethodSource("lines")
  void whatTheySayIsThereToRead(String text) throws IOException {
    Document page = Judge.read(pages(text).getFirst());
    var cut = Shortened.to(Shortened.VALUE, text);
    var shown =
        (cut.head() + cut.rest())
            .codePoints()
            .mapToObj(TerminalEscape::shown)
            .collect(Collectors.joining());
    assertThat(page.select("h4 .name")).allMatch(name -> name.wholeText().equals(shown));
    assertThat(page.select("ins")).anyMatch(value -> value.wholeText().equals(shown));
    if (cut.rest().isEmpty()) {
      assertThat(page.select(".place").first().wholeText()).startsWith(shown);
    }
  }

  private static List<String> pages(String text) throws IOException {
    var pages = Stream.<String>builder();
    for (var plan : List.of(Plans.full(text), Plans.fullOfDrift(text))) {
      for (var lineage : List.of(Gallery.lineage(plan.live()), Lineage.NONE)) {
        var page = new StringBuilder();
        HtmlReport.plan(PlanDocument.of(plan, text), lineage, Optional.empty(), page);
        pages.add(page.toString());
      }
    }
    var page = new StringBuilder();
    HtmlReport.drift(
        DriftDocument.of(Plans.survey(text), text), Lineage.NONE, Optional.empty(), page);
    pages.add(page.toString());
    return pages.build().toList();
  }
}
