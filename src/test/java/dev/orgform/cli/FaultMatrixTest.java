package dev.orgform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgform.api.BaseUrl;
import dev.orgform.api.Credentials;
import dev.orgform.api.HttpApi;
import dev.orgform.api.Proxy;
import dev.orgform.api.Verdict;
import dev.orgform.cli.FaultCells.Cell;
import dev.orgform.cli.FaultCells.Endpoint;
import dev.orgform.sandbox.Credential;
import dev.orgform.sandbox.Estate;
import dev.orgform.sandbox.Faults;
import dev.orgform.sandbox.Keep;
import dev.orgform.sandbox.Knobs;
import dev.orgform.sandbox.Request;
import dev.orgform.sandbox.Sandbox;
import dev.orgform.sandbox.SandboxServer;
import dev.orgform.sandbox.Served;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every fault at every request of the tool, over real sockets: what its reply proves, how the
 * command ends, and that nobody sees a defect or the credential. {@code faults/cells.txt} says what
 * each cell should be, and why.
 */
@Tag("chaos")
class FaultMatrixTest {
  private static final String EMAIL = "alice@acme.example";
  private static final String CANARY = "Canary?>~0123456789+abcdef/0123456789";
  private static final List<Cell> CELLS = FaultCells.all();

  @TempDir static Path directory;

  private static final Map<Cell, Future<Ran>> RUNS = new LinkedHashMap<>();
  private static ExecutorService threads;

  /** What became of one cell. */
  private record Ran(
      Verdict verdict, Desk.Run run, List<Served> requests, long created, String stored) {}

  @BeforeAll
  static void start() {
    threads = Executors.newCachedThreadPool();
    // What waits for 30 s costs nothing meanwhile, so that all of it waits at once.
    var few = Executors.newFixedThreadPool(8);
    for (Cell cell : CELLS) {
      var pool = cell.fault().contains("silent") || cell.fault().equals("slow") ? threads : few;
      RUNS.put(cell, pool.submit(() -> ran(cell)));
    }
    few.shutdown();
  }

  @AfterAll
  static void end() {
    threads.shutdownNow();
  }

  static Stream<String> faults() {
    return CELLS.stream().map(Cell::fault).distinct();
  }

  @Test
  void theTableIsWhole() {
    assertThat(CELLS).doesNotHaveDuplicates();
    assertThat(faults().filter(fault -> fault.startsWith("acted+")))
        .hasSizeGreaterThanOrEqualTo(24);
    System.out.println("faults: " + CELLS.size() + " cells, " + faults().count() + " rows");
  }

  @Test
  void everyCommandHasItsRequestWhereTheTableSaysSo() throws Exception {
    for (Endpoint endpoint : FaultCells.ENDPOINTS) {
      var ran = ran(new Cell("none", endpoint, Verdict.APPLIED, 0));
      assertThat(ran.run.exit()).as(ran.run.both()).isZero();
      var served = ran.requests.get(endpoint.number() - 1);
      assertThat(served.method()).isEqualTo(endpoint.call().method().name());
      assertThat(served.target().replaceFirst("[?].*", ""))
          .isEqualTo("/client/v4" + endpoint.call().target().replaceFirst("[?].*", ""));
    }
  }

  @ParameterizedTest
  @MethodSource("faults")
  void isAsTheTableSays(String fault) throws Exception {
    var wrong = new ArrayList<String>();
    for (Cell cell : CELLS.stream().filter(one -> one.fault().equals(fault)).toList()) {
      var ran = RUNS.get(cell).get();
      if (ran.verdict != cell.verdict() || ran.run.exit() != cell.exit()) {
        wrong.add(
            "%s: %s and exit %d, not %s and %d\n%s\n%s"
                .formatted(
                    cell,
                    ran.verdict,
                    ran.run.exit(),
                    cell.verdict(),
                    cell.exit(),
                    ran.requests,
                    ran.run.both()));
      }
      assertThat(ran.run.both())
          .as(cell.toString())
          .doesNotContain("\tat ", "Exception", "defect", "(internal)");
      assertThat(ran.created).as("%s: nothing is made twice", cell).isLessThanOrEqualTo(1);
      for (String spelling : spellings()) {
        assertThat(ran.run.both()).as(cell.toString()).doesNotContainIgnoringCase(spelling);
        assertThat(ran.stored).as(cell.toString()).doesNotContainIgnoringCase(spelling);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static List<String> spellings() {
    byte[] bytes = CANARY.getBytes(StandardCharsets.US_ASCII);
    return List.of(
        CANARY,
        Base64.getEncoder().withoutPadding().encodeToString(bytes),
        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
        URLEncoder.encode(CANARY, StandardCharsets.US_ASCII));
  }

  private static Ran ran(Cell cell) throws IOException {
    var endpoint = cell.endpoint();
    Verdict verdict;
    try (var door = new Door(cell.fault(), 1);
        var api = HttpApi.open(door.url(), credentials(), Proxy.NONE, "0.0.0", 1)) {
      verdict = Verdict.of(endpoint.call(), endpoint.expected(), api.send(endpoint.call()));
    }
    var folder = Files.createTempDirectory(directory, "cell");
    try (var door = new Door(cell.fault(), endpoint.number())) {
      var run =
          Wishes.lay(folder, "version: 1\norganizations: " + endpoint.yaml() + "\n")
              .with("CLOUDFLARE_EMAIL", EMAIL)
              .with("CLOUDFLARE_API_KEY", CANARY)
              .with("CLOUDFLARE_BASE_URL", door.url().toString())
              .typing(FaultCells.TYPED)
              .run(line(endpoint));
      return new Ran(verdict, run, door.sandbox.requests(), door.created(), stored(folder));
    }
  }

  private static Credentials credentials() {
    return new Credentials.GlobalKey(EMAIL, CANARY);
  }

  private static String[] line(Endpoint endpoint) {
    var settle = endpoint.command().equals("plan") ? "" : " -settle 700ms";
    return (endpoint.command() + settle + " -max-wait 2s -parallelism 1").split(" ");
  }

  private static String stored(Path folder) throws IOException {
    var all = new StringBuilder();
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file, StandardCharsets.ISO_8859_1)).append('\n');
      }
    }
    return all.toString();
  }

  /** A sandbox behind a socket, with one fault at one request. */
  private static final class Door implements AutoCloseable {
    final Sandbox sandbox;
    private final AutoCloseable server;
    private final String url;

    Door(String fault, int number) {
      boolean ours = fault.equals("unreachable") || fault.startsWith("echo-");
      sandbox =
          new Sandbox(
              Keep.inMemory(Estate.parse("cells", FaultCells.ESTATE)),
              Knobs.preset(),
              List.of(new Credential.Key(EMAIL, CANARY)),
              InstantSource.system(),
              Faults.parse(ours || fault.equals("none") ? "none" : number + ":" + fault));
      if (ours) {
        var front =
            fault.equals("unreachable")
                ? Front.goneAt(sandbox, number)
                : Front.saying(sandbox, number, request -> echo(fault, request));
        server = front;
        url = front.baseUrl();
      } else {
        var socket = SandboxServer.start(sandbox, 0);
        server = socket;
        url = socket.baseUrl().toString();
      }
    }

    BaseUrl url() {
      return BaseUrl.parse(url, Set.of()).value().orElseThrow();
    }

    long created() {
      return sandbox.ledger().deeds().stream()
          .filter(deed -> deed.method().equals("POST") && deed.acted())
          .count();
    }

    /** Everything that was sent, in every spelling. */
    private static byte[] echo(String fault, Request request) {
      var echo = request.headers() + " " + String.join(" ", spellings());
      return switch (fault) {
        case "echo-400" ->
            Front.bytes(
                400,
                Map.of("Content-Type", "application/json", "cf-ray", CANARY),
                """
                {"success": false, "errors": [{"code": 1000, "message": "bad: %s"}], "result": null}
                """
                    .formatted(echo));
        case "echo-502" -> page(502, echo);
        case "echo-login" -> page(200, echo);
        default -> throw new AssertionError(fault);
      };
    }

    private static byte[] page(int status, String echo) {
      return Front.bytes(
          status,
          Map.of("Content-Type", "text/html", "cf-ray", CANARY),
          "<html><title>" + echo + "</title></html>");
    }

    @Override
    public void close() {
      try {
        server.close();
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }
  }
}
