package dev.orgform.report.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.orgform.documents.Attribution;
import dev.orgform.documents.Blamed;
import dev.orgform.documents.DriftDocument;
import dev.orgform.documents.DriftedObject;
import dev.orgform.documents.FieldChange;
import dev.orgform.documents.LiveObject;
import dev.orgform.documents.Since;
import dev.orgform.documents.Source;
import dev.orgform.model.Address;
import dev.orgform.model.Value;
import dev.orgform.report.DriftText;
import dev.orgform.report.Ink;
import dev.orgform.report.findings.Lineage;
import dev.orgform.report.findings.Redaction;
import dev.orgform.report.findings.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Drift of 10,000 organizations, half of them with somebody to blame, in every format: each keeps
 * to its limit and asks for no more memory than its size explains. HTML, which is written part by
 * part, is measured where it is made.
 */
class ManyTest {
  private static final int MANY = 10_000;
  private static final long MEGABYTE = 1 << 20;
  private static final Instant NOW = Instant.parse("2026-12-01T09:30:00Z");
  private static final DriftDocument DRIFT = drift();

  private static DriftDocument drift() {
    var objects = new ArrayList<DriftedObject>();
    var unmanaged = new ArrayList<LiveObject>();
    var attributions = new ArrayList<Attribution>();
    for (int i = 0; i < MANY; i++) {
      switch (i % 4) {
        case 0 -> unmanaged.add(unmanaged(i));
        case 1 -> objects.add(drifted(i, DriftedObject.State.MISSING, List.of()));
        default -> {
          objects.add(
              drifted(
                  i,
                  DriftedObject.State.DRIFTED,
                  List.of(new FieldChange("name", Value.text("was " + i), Value.text("is " + i)))));
          attributions.add(blame(i));
        }
      }
    }
    return new DriftDocument(
            "1",
            Optional.of(NOW),
            objects,
            unmanaged,
            List.of(),
            MANY * 3 / 4,
            MANY,
            List.of(),
            11,
            Optional.empty(),
            Optional.empty())
        .blaming(new Blamed(attributions, 100), List.of())
        .since(new Since(12, "20261120T080000Z-5e3a91c7", NOW.minusSeconds(86_400)));
  }

  private static Address address(int i) {
    return new Address("organization", "o" + i);
  }

  private static DriftedObject drifted(int i, DriftedObject.State state, List<FieldChange> fields) {
    return new DriftedObject(
        address(i),
        "cloudflare_organization",
        Optional.of("%032x".formatted(i)),
        "Organization " + i,
        state,
        fields,
        Optional.empty(),
        Optional.of(new Source("organizations.yaml", i + 1, 3)));
  }

  private static LiveObject unmanaged(int i) {
    var id = "%032x".formatted(i);
    return new LiveObject(
        new Address("organization", "id:" + id),
        "cloudflare_organization",
        Optional.of(id),
        "Customer " + i,
        Optional.empty());
  }

  private static Attribution blame(int i) {
    return new Attribution(
        address(i),
        Optional.of("name"),
        Optional.of("dana" + i % 7 + "@acme.example"),
        Optional.empty(),
        Optional.of(NOW.minusSeconds(i)),
        Optional.of("in the dashboard"),
        Optional.of("dash"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of("e" + i),
        Attribution.Confidence.EXACT,
        "The entry carries the value.");
  }

  /** The most characters that a format may take for all of it. */
  private static long most(Format format) {
    return switch (format) {
      case MARKDOWN -> 65_536;
      case TEXT -> MEGABYTE / 4;
      case SARIF -> 16 * MEGABYTE;
      case GITLAB_TERRAFORM -> 200;
      case CSV, GITLAB_CODEQUALITY, JUNIT -> 6 * MEGABYTE;
      case JSON -> 12 * MEGABYTE;
      case HTML -> throw new IllegalArgumentException("written in parts");
    };
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HTML")
  void keepsWithinItsLimits(Format format) {
    var report = Report.of(DRIFT, Lineage.NONE);
    long before = allocated();
    var text =
        switch (format) {
          case TEXT -> DriftText.of(DRIFT).in(Ink.PLAIN);
          case JSON -> DRIFT.pretty();
          default -> format.draw(report, Room.COMMENT, "k");
        };
    long taken = allocated() - before;

    assertThat(text).hasSizeBetween(20, (int) most(format));
    assertThat(taken).as("bytes asked for, all in all").isLessThan(600 * MEGABYTE);
    assertThat(text).contains(format == Format.GITLAB_TERRAFORM ? "\"update\": 0" : "organization");
  }

  @Test
  void findingsAndTheirRedactionTakeWhatTheyTake() {
    long before = allocated();
    var redacted = new Redaction("").of(Report.of(DRIFT, Lineage.NONE));
    assertThat(redacted.findings()).hasSize(MANY);
    assertThat(redacted.findings().toString()).doesNotContain("@acme.example");
    assertThat(allocated() - before).isLessThan(1_000 * MEGABYTE);
  }

  /** GitHub takes 10 MB, compressed, and 25,000 results. */
  @Test
  void codeScanningTakesAllOfIt() throws IOException {
    var sarif = Format.SARIF.draw(Report.of(DRIFT, Lineage.NONE), Room.COMMENT, "k");
    assertThat(SarifRules.complaints(sarif)).isEmpty();
    assertThat(SarifRules.read(sarif).at("/runs/0/results")).hasSize(MANY);
    var bytes = new ByteArrayOutputStream();
    try (var packed = new GZIPOutputStream(bytes)) {
      packed.write(sarif.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(bytes.size()).isLessThan(10_000_000);
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }
}
