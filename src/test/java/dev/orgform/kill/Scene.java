package dev.orgform.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.api.Credentials;
import dev.orgform.cli.Desk;
import dev.orgform.sandbox.Deed;
import dev.orgform.sandbox.Estate;
import dev.orgform.sandbox.Keep;
import dev.orgform.sandbox.Knobs;
import dev.orgform.sandbox.Organization;
import dev.orgform.sandbox.Sandbox;
import dev.orgform.store.Entry;
import dev.orgform.store.Intent;
import dev.orgform.store.LocalStore;
import dev.orgform.store.Noted;
import dev.orgform.store.Store;
import dev.orgform.store.StoreUnusable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** A tree that is wanted, a server that has nothing yet, and whoever applies one to the other. */
final class Scene implements AutoCloseable {
  static final int ORGANIZATIONS = 6;

  static final String YAML =
      """
      version: 1
      defaults:
        profile: {business_name: Acme Corporation}
      organizations:
        acme:
          name: Acme
          organizations:
            emea:
              name: Acme EMEA
              profile: {external_metadata: {cost_center: 4711}}
              organizations:
                paris: {name: Acme Paris}
            apac: {name: Acme APAC}
            labs: {name: Acme Labs}
        north: {name: North}
      """;

  private static final Credentials.GlobalKey KEY =
      new Credentials.GlobalKey("alice@acme.example", "0123456789abcdef0123456789abcdef01234");

  /** Longer than what was created can be missing from lists. */
  private static final Duration WINDOW = Duration.ofSeconds(301);

  private final Path directory;
  private final AtomicReference<Duration> passed = new AtomicReference<>(Duration.ZERO);
  private final Sandbox sandbox;
  private final Door door;

  Scene(Path directory) throws IOException {
    this.directory = Files.createDirectories(directory);
    Files.writeString(directory.resolve("main.yaml"), YAML);
    InstantSource clock = () -> Instant.now().plus(passed.get());
    sandbox =
        new Sandbox(
            Keep.inMemory(Estate.empty()),
            Knobs.parse(List.of("visible-after=200ms")),
            List.of(),
            clock);
    door = new Door(sandbox);
  }

  Door door() {
    return door;
  }

  Sandbox sandbox() {
    return sandbox;
  }

  /** The server's clock, which all runs go by, is so much later. */
  void pass(Duration length) {
    passed.updateAndGet(length::plus);
  }

  private Map<String, String> environment() {
    return Map.of(
        "CLOUDFLARE_BASE_URL", door.baseUrl(),
        "CLOUDFLARE_EMAIL", KEY.email(),
        "CLOUDFLARE_API_KEY", KEY.key(),
        "USER", "alice");
  }

  /** A process. */
  Child start(String... arguments) throws IOException {
    return Child.start(directory, environment(), arguments);
  }

  /** A process whose JVM was told otherwise what to run, and how. */
  Child start(List<String> jvm, String... arguments) throws IOException {
    return Child.start(jvm, directory, environment(), arguments);
  }

  Child apply() throws IOException {
    return start("apply", "-auto-approve");
  }

  /** The same command lines in this process, which takes a tenth of the time. */
  Desk.Run here(String... arguments) {
    return Desk.in(directory).with(environment()).run(arguments);
  }

  Store store() {
    var estate = new dev.orgform.store.Estate("127.0.0.1", KEY.identity());
    return new LocalStore(directory.resolve(LocalStore.NAME)).estate(estate);
  }

  List<Noted> journal(int run) throws StoreUnusable {
    return store().run(Integer.toString(run)).orElseThrow();
  }

  /**
   * Applies, twice at most, until all is as it should be, and nothing was ever created twice.
   *
   * @param about which case this is
   */
  void converges(String about) throws StoreUnusable {
    door.open();
    if (store().openIntents().stream().anyMatch(intent -> !isThere(intent))) {
      // Nobody would see it before its window has passed, and that is five minutes.
      pass(WINDOW);
    }
    var run = here("apply", "-auto-approve");
    if (run.exit() != 0) {
      assertThat(run.exit()).as("%s\n%s", about, run.both()).isEqualTo(4);
      run = here("apply", "-auto-approve");
    }
    assertThat(run.exit()).as("%s\n%s", about, run.both()).isZero();
    assertThat(run.both()).as(about).doesNotContain("\tat ", "Exception");
    var plan = here("plan", "-detailed-exitcode");
    assertThat(plan.exit()).as("%s\n%s", about, plan.both()).isZero();
    assertThat(store().openIntents()).as(about).isEmpty();
    assertThat(sandbox.ledger().created()).as(about).hasSize(ORGANIZATIONS);
    assertThat(sandbox.estate().organizations()).as(about).hasSize(ORGANIZATIONS);
  }

  private boolean isThere(Intent intent) {
    return sandbox.estate().organizations().values().stream().anyMatch(one -> is(one, intent));
  }

  private static boolean is(Organization one, Intent intent) {
    return one.name().equals(intent.name()) && one.parent().equals(intent.parentId());
  }

  /** No change reached the server that the journal of the first run does not announce. */
  void announced(String about) throws StoreUnusable {
    var sent = new HashSet<String>();
    var intents = new HashSet<String>();
    for (var note : journal(1)) {
      switch (note.entry()) {
        case Entry.Sent request -> sent.add(request.request());
        case Entry.Opened opened -> intents.add(opened.intent().name());
        default -> {}
      }
    }
    for (var deed : sandbox.ledger().deeds()) {
      var target = deed.target().replaceFirst("^/client/v4", "");
      assertThat(sent).as(about).contains(deed.method() + " " + target);
      if (deed.isCreate()) {
        assertThat(intents).as(about).contains(created(deed));
      }
    }
  }

  private static String created(Deed deed) {
    return deed.after().orElseThrow().name();
  }

  /** What history says of the first run. */
  String told() {
    var all = here("history");
    assertThat(all.exit()).isZero();
    var one = here("history", "1");
    assertThat(one.exit()).isZero();
    return all.out().lines().filter(line -> line.startsWith("   1 ")).findFirst().orElseThrow()
        + "\n"
        + one.out();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
