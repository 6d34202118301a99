package dev.orgform.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.world.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ServerTimeTest {
  private final VirtualTime machine = new VirtualTime();
  private final ServerTime server = new ServerTime(machine);

  private void answered(String date) {
    var reply = new Reply.Answer(200, Headers.of("date", date), Body.EMPTY);
    server
        .heard((call, arrived) -> arrived.accept(reply))
        .send(Call.get("organizations"), heard -> assertThat(heard).isSameAs(reply));
  }

  @Test
  void beforeAnyAnswerItIsTheMachines() {
    assertThat(server.now()).isEqualTo(machine.now());
  }

  @Test
  void theLatestDateCountsAndGoesOn() {
    answered("Sat, 21 Nov 2020 10:00:00 GMT");
    machine.pass(Duration.ofSeconds(20));
    answered("Sat, 21 Nov 2020 10:00:01 GMT");
    machine.pass(Duration.ofSeconds(10));
    assertThat(server.now()).isEqualTo(Instant.parse("2020-11-21T10:00:30Z"));
  }

  @Test
  void whatIsNoDateSaysNothing() {
    answered("soon");
    assertThat(server.now()).isEqualTo(machine.now());
  }
}
