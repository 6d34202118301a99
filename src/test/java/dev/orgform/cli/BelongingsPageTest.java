package dev.orgform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What belongs to an organization stands under it on the page, and is not taken for one. */
final class BelongingsPageTest {
  private static final String ACCOUNT = "023e105f4ecef8ad9ca31a8372d0c353";

  @TempDir Path directory;
  private Desk desk;

  @BeforeEach
  void lay() throws IOException {
    desk = Desk.in(directory).with("CI", "true");
    declare("[alice@acme.example, bob@acme.example]", "");
    ran("sandbox", "edit", "add-account", "edge-prod", "id", ACCOUNT);
    ran("apply", "a.yaml", "--sandbox", "-auto-approve");
  }

  private void declare(String members, String more) throws IOException {
    Files.writeString(
        directory.resolve("a.yaml"),
        """
        version: 1
        organizations:
          acme:
            name: Acme
            members: %s
            organizations:
              emea: {name: EMEA%s}
              apac: {name: APAC}
        """
            .formatted(members, !more.isEmpty() ? ", " + more : ""));
  }

  private void ran(String... words) {
    var run = desk.run(words);
    assertThat(run.exit()).as(run.both()).isZero();
  }

  private Document page(String... words) throws IOException {
    var all = new ArrayList<>(List.of(words));
    all.addAll(List.of("a.yaml", "--sandbox", "--report=html=p.html"));
    ran(all.toArray(String[]::new));
    return Jsoup.parse(Files.readString(directory.resolve("p.html")));
  }

  @Test
  void whoeverComesOrGoesChangesAnOrganization() throws IOException {
    declare("[alice@acme.example, dora@acme.example]", "");
    var page = page("plan");

    assertThat(page.select("svg.tree .row .name").eachText())
        .containsExactly("Acme", "APAC", "EMEA");
    assertThat(page.select("svg.tree .row").first().classNames()).contains("change");
    assertThat(page.select("svg.tree .row").first().select(".sign").text()).isEqualTo("~");
    assertThat(page.select(".key li").eachText()).containsExactly("○ unchanged", "~ changes");
    assertThat(page.select("#f1 h4").text())
        .isEqualTo("bob@acme.example member.acme/bob@acme.example will be destroyed");
    assertThat(page.select("#f2 h4 .name").text()).isEqualTo("dora@acme.example");
    assertThat(page.text()).doesNotContain("everything in it");
  }

  @Test
  void anAccountIsNoOrganization() throws IOException {
    declare(
        "[alice@acme.example, bob@acme.example]", "accounts: {edge-prod: %s}".formatted(ACCOUNT));
    ran("sandbox", "edit", "move-account", "edge-prod", "under", "EMEA");
    ran("sandbox", "edit", "move-account", "edge-prod", "under", "APAC");
    ran("sandbox", "edit", "remove-member", "Acme", "bob@acme.example");
    var page = page("drift");

    assertThat(page.select("nav a[href=#tree] .number").text()).isEqualTo("3");
    assertThat(page.select("svg.tree .row title").eachText())
        .containsExactly(
            "Acme (organization.acme), level 1: member missing",
            "APAC (organization.apac), level 2: unchanged",
            "EMEA (organization.emea), level 2: placement drifted");
    assertThat(page.select("svg.tree .row.drift .name").eachText()).containsExactly("Acme", "EMEA");
  }
}
