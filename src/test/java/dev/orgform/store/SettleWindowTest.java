package dev.orgform.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.model.Address;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** From when on an intent's settle window counts. */
class SettleWindowTest {
  private static final Instant OPENED = Instant.parse("2026-11-21T08:00:00Z");
  private static final Instant SENT = OPENED.plusSeconds(300);
  private static final Run RUN =
      new Run("r", "0", "apply", OPENED, Optional.empty(), Optional.empty());
  private static final Intent INTENT =
      new Intent(
          "r-1",
          "r",
          new Address("organization", "a"),
          Optional.empty(),
          "A",
          List.of(),
          OPENED,
          Optional.empty());

  private static Ledger opened() {
    return Ledger.EMPTY
        .then(OPENED, new Entry.Began(RUN, new Estate("host", "me"), List.of(), Optional.empty()))
        .then(OPENED, new Entry.Opened(INTENT));
  }

  private static Entry sent(String request) {
    return new Entry.Sent(1, Optional.empty(), request);
  }

  @Test
  void aCreateThatWaitedAtTheGateIsDatedByItsLeaving() {
    assertThat(opened().then(SENT, sent("POST /organizations")).open().getFirst().savedAt())
        .isEqualTo(SENT);
  }

  @Test
  void aCreateForAnotherStepDatesNothing() {
    var other = Optional.of(new Address("organization", "b"));
    var sent = new Entry.Sent(1, other, "POST /organizations");
    assertThat(opened().then(SENT, sent).open().getFirst().savedAt()).isEqualTo(OPENED);
  }

  @Test
  void whatOnlyReadsDatesNothing() {
    assertThat(opened().then(SENT, sent("GET /organizations")).open().getFirst().savedAt())
        .isEqualTo(OPENED);
  }

  @Test
  void anIntentWhoseReplyCameKeepsItsDate() {
    var learned = opened().then(OPENED, new Entry.Learned("r-1", "abc"));
    assertThat(learned.then(SENT, sent("POST /organizations")).open().getFirst().savedAt())
        .isEqualTo(OPENED);
  }
}
