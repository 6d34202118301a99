package dev.orgform.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.documents.DriftDocument;
import dev.orgform.documents.DriftedObject;
import dev.orgform.documents.FieldChange;
import dev.orgform.documents.PlanDocument;
import dev.orgform.documents.Plans;
import dev.orgform.model.Address;
import dev.orgform.model.Value;
import dev.orgform.report.findings.Lineage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

final class HtmlReportTest {
  private static final SortedMap<String, String> PAGES = pages();

  private static SortedMap<String, String> pages() {
    try {
      return Gallery.all();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theFirstScreenSaysWhatMatters() throws IOException {
    var page = Judge.read(Gallery.plan(Plans.deletion()));

    assertThat(page.title()).isEqualTo("orgform plan: 1 change waits for confirmation");
    assertThat(page.select("h1").text()).isEqualTo("1 change waits for confirmation");
    assertThat(page.select(".counts dd").eachText()).containsExactly("0", "0", "1");
    assertThat(page.select(".alerts strong").eachText())
        .containsExactly("Blast radius", "One-way", "Confirm", "Confirm");
    assertThat(page.select(".alerts code").eachText()).first().isEqualTo("--allow-delete");
    assertThat(page.select(".alerts code").eachText().get(1)).startsWith("--accept-one-way=");
  }

  @Test
  void driftComesWithWhatToDoAboutIt() throws IOException {
    assertThat(Judge.read(Gallery.plan(Plans.drifted())).select(".alerts").text())
        .contains("To have it as declared, add --converge; to keep what is live, write that");
    assertThat(Judge.read(Gallery.plan(Plans.conflict())).select(".alerts").text())
        .doesNotContain("--converge");
  }

  @Test
  void errorsStandBeforeTheFindings() throws IOException {
    var page = Judge.read(Gallery.plan(Plans.refused()));

    assertThat(page.select("h1").text()).isEqualTo("Refused: 1 error");
    var error = page.select(".summary .notice.error");
    assertThat(error.select("h3").text()).isEqualTo("Error profile.emea needs the Global API key");
    assertThat(error.select("p").eachText()).contains("Only a token is set.", "Set the key.");
    assertThat(page.select("#findings .finding")).hasSize(3);
  }

  @Test
  void findingsAreRankedByRisk() throws IOException {
    var page = Judge.read(PAGES.get("plan-50"));

    assertThat(page.select(".group h3").eachText())
        .containsExactly("Cannot be taken back 1", "Creations 2", "Changes 4");
    assertThat(page.select(".finding").stream().map(Element::id))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 7).mapToObj(i -> "f" + i).toList());
  }

  @Test
  void fieldsAreComparedLineByLine() throws IOException {
    var page = Judge.read(Gallery.plan(Plans.update()));

    var profile = page.select(".finding:has(h4 code:containsOwn(profile.acme))");
    assertThat(profile.select("dt").eachText())
        .contains("business_name", "business_phone", "external_metadata");
    var name = profile.select(".fields > div").first();
    assertThat(name.select("del").eachText()).containsExactly("2nd line");
    assertThat(name.select("ins").eachText()).containsExactly("Second line");
    assertThat(name.select("span").eachText()).contains("Acme", "Third");
    var metadata = profile.select(".fields > div").last();
    assertThat(metadata.select("del").eachText())
        .contains("\"cost_center\": 4711,", "\"owner\": \"alice\",");
    assertThat(metadata.select("ins").eachText()).contains("\"cost_center\": 4712,");
  }

  @Test
  void headingsAreInOrderAndEveryPartIsLabelled() throws IOException {
    for (var page : PAGES.values()) {
      var document = Judge.read(page);
      int level = 0;
      for (var heading : document.select("h1, h2, h3, h4")) {
        int next = heading.normalName().charAt(1) - '0';
        assertThat(next).as(heading.text()).isLessThanOrEqualTo(level + 1);
        level = next;
      }
      assertThat(document.select("main, header, footer, nav")).hasSize(4);
      assertThat(document.select("section"))
          .allMatch(part -> document.getElementById(part.attr("aria-labelledby")) != null);
      assertThat(document.select("a[href]"))
          .allMatch(link -> document.getElementById(link.attr("href").substring(1)) != null);
      assertThat(document.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }
  }

  @Test
  void thePictureGrowsWithWhatChangesAndNotWithTheTree() throws IOException {
    var clean = Judge.read(PAGES.get("plan-1000-clean"));
    assertThat(rows(clean)).isEqualTo(1);
    assertThat(clean.select("svg.tree .hint").text()).isEqualTo("999 below");

    var changed = Judge.read(PAGES.get("plan-1000"));
    assertThat(changed.select("svg.tree"))
        .allMatch(svg -> Integer.parseInt(svg.attr("height")) <= 41 * 28 * 2);
    assertThat(changed.select("svg.tree .row a").eachAttr("href"))
        .hasSize(
            changed
                .select("svg.tree .row.change, svg.tree .row.add, svg.tree .row.destroy")
                .size());

    var created = Judge.read(PAGES.get("plan-1000-new"));
    assertThat(created.select("svg.tree .row.add").eachText()).hasSizeGreaterThanOrEqualTo(1_000);
    assertThat(created.select("#tree > .scroll .row")).hasSizeLessThanOrEqualTo(41);
  }

  private static int rows(Document page) {
    return page.select("svg.tree .row").size();
  }

  @Test
  void theSameDocumentGivesTheSameBytes() throws IOException {
    assertThat(Gallery.all()).isEqualTo(PAGES);
  }

  @Test
  void noChangesAndNoDriftAreShortAndClear() throws IOException {
    assertThat(Judge.read(Gallery.plan(Plans.empty())).select("h1").text()).isEqualTo("No changes");
    var nothing =
        new DriftDocument(
            "1",
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            0,
            0,
            List.of(),
            1,
            Optional.empty(),
            Optional.empty());
    var page = new StringBuilder();
    HtmlReport.drift(nothing, Lineage.NONE, Optional.empty(), page);
    assertThat(Judge.read(page.toString()).select("h1").text()).isEqualTo("No drift");
  }

  @Test
  void tenThousandAreWrittenInSmallParts() throws IOException {
    var objects =
        IntStream.range(0, 10_000)
            .mapToObj(
                i ->
                    new DriftedObject(
                        new Address("organization", "k" + i),
                        "cloudflare_organization",
                        Optional.of("id" + i),
                        "Name " + i,
                        DriftedObject.State.DRIFTED,
                        List.of(
                            new FieldChange("name", Value.text("was " + i), Value.text("is " + i))),
                        Optional.empty(),
                        Optional.empty()))
            .toList();
    var drift =
        new DriftDocument(
            "1",
            Optional.empty(),
            objects,
            List.of(),
            List.of(),
            10_000,
            10_000,
            List.of(),
            1,
            Optional.empty(),
            Optional.empty());
    var parts = new Parts();
    HtmlReport.drift(drift, Lineage.NONE, Optional.empty(), parts);
    assertThat(parts.longest).isLessThan(40_000);
    assertThat(parts.all).isLessThan(12_000_000);
    assertThat(parts.findings).isEqualTo(10_000);
  }

  /** Counts what is written and keeps none of it. */
  private static final class Parts implements Appendable {
    private int longest;
    private long all;
    private int findings;

    @Override
    public Appendable append(CharSequence part) {
      longest = Math.max(longest, part.length());
      all += part.length();
      findings += part.toString().endsWith(" id=\"f") ? 1 : 0;
      return this;
    }

    @Override
    public Appendable append(CharSequence part, int start, int end) {
      return append(CharBuffer.wrap(part, start, end));
    }

    @Override
    public Appendable append(char c) {
      return append(String.valueOf(c));
    }
  }

  @Test
  void aPlanDocumentWithoutReadingStillHasATree() throws IOException {
    var page = new StringBuilder();
    HtmlReport.plan(PlanDocument.of(Plans.creation(), "1"), Lineage.NONE, Optional.empty(), page);
    assertThat(Judge.read(page.toString()).select("svg.tree .name").eachText())
        .containsExactly("Acme Corporation", "Acme EMEA");
  }
}
