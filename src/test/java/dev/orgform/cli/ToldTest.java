package dev.orgform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.model.Address;
import dev.orgform.report.Ink;
import dev.orgform.store.Entry;
import dev.orgform.store.Noted;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a journal noted, as a line of {@code orgform history RUN}. */
final class ToldTest {
  private static final Address UK = new Address("organization", "uk");

  private static String line(Entry entry) {
    return Told.of(new Noted(Instant.parse("2026-11-21T20:00:00Z"), entry)).in(Ink.PLAIN);
  }

  @ParameterizedTest
  @CsvSource({
    "not begun, the run was stopped, is not begun: the run was stopped",
    "done, 3f00, is done: 3f00",
    "done, '', is done"
  })
  void howAStepEnded(String outcome, String detail, String words) {
    assertThat(line(new Entry.Ended(UK, outcome, detail)))
        .isEqualTo("2026-11-21T20:00:00Z  organization.uk " + words);
  }
}
