package dev.orgform.cli;

import dev.orgform.api.Api;
import dev.orgform.api.BaseUrl;
import dev.orgform.api.Credentials;
import dev.orgform.api.Given;
import dev.orgform.api.HttpApi;
import dev.orgform.api.Problem;
import dev.orgform.api.Proxy;
import dev.orgform.model.Checked;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.sandbox.Faults;
import dev.orgform.sandbox.Keep;
import dev.orgform.sandbox.Knobs;
import dev.orgform.sandbox.Refused;
import dev.orgform.sandbox.Sandbox;
import dev.orgform.sandbox.SandboxServer;
import dev.orgform.store.Estate;
import dev.orgform.store.LocalStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The way to an API, Cloudflare's or the embedded sandbox's; above it there is no difference.
 *
 * @param http sends the calls
 * @param credentials who asks
 * @param estate what the store remembers belongs to
 * @param sandbox where it is the embedded one
 */
record Connection(
    HttpApi http, Credentials credentials, Estate estate, Optional<SandboxServer> sandbox)
    implements AutoCloseable {

  private static final Credentials PLAYING =
      new Credentials.GlobalKey("you@sandbox.invalid", "sandbox-key-0000000000000000000000000");

  static Checked<Connection> open(Shell shell, ConnectOptions options) {
    return options.sandbox ? openSandbox(shell, options) : openCloudflare(shell, options);
  }

  Api api() {
    return http;
  }

  private static Checked<Connection> openCloudflare(Shell shell, ConnectOptions options) {
    if (!options.forSandbox().isEmpty()) {
      return Checked.failed(List.of(sandboxOnly(options.forSandbox())));
    }
    var problems = new ArrayList<Diagnostic>();
    var base =
        value(
            BaseUrl.from(shell.environment(), Set.copyOf(options.allowedHosts)),
            Code.BAD_BASE_URL,
            problems);
    var credentials = value(Credentials.from(shell.environment()), Code.BAD_CREDENTIALS, problems);
    var proxy =
        base.flatMap(
            url -> value(Proxy.from(shell.environment(), url), Code.BAD_ENVIRONMENT, problems));
    if (!problems.isEmpty()) {
      return Checked.failed(problems);
    }
    return Checked.of(
        connect(
            base.orElseThrow(),
            credentials.orElseThrow(),
            proxy.orElseThrow(),
            options.parallelism,
            Optional.empty()),
        List.of());
  }

  /** Whoever rehearses a bad day must not be let loose on Cloudflare for want of one word. */
  private static Diagnostic sandboxOnly(List<String> flags) {
    return Diagnostic.error(
            Code.BAD_USAGE,
            String.join(" and ", flags)
                + (flags.size() == 1 ? " works" : " work")
                + " in the sandbox alone")
        .because(
            "Without --sandbox this command speaks to Cloudflare, where nothing of that exists.")
        .todo(
            "Add --sandbox, or leave out %s, here and in the environment (%s)."
                .formatted(
                    String.join(" and ", flags),
                    flags.stream().map(Parser::variable).collect(Collectors.joining(", "))));
  }

  private static Checked<Connection> openSandbox(Shell shell, ConnectOptions options) {
    var store = store(shell, options.store);
    if (store.value().isEmpty()) {
      return Checked.failed(store.diagnostics());
    }
    var keep = keep(store.value().get());
    if (keep.value().isEmpty()) {
      return Checked.failed(keep.diagnostics());
    }
    try {
      var sandbox =
          new Sandbox(
              keep.value().get(),
              Knobs.parse(options.knobs),
              List.of(),
              shell.clock(),
              Faults.parse(options.faults));
      var server = SandboxServer.start(sandbox, 0);
      var base = BaseUrl.parse(server.baseUrl().toString(), Set.of()).value().orElseThrow();
      return Checked.of(
          connect(base, PLAYING, Proxy.NONE, options.parallelism, Optional.of(server)), List.of());
    } catch (Refused refused) {
      return Checked.failed(List.of(refused(refused)));
    }
  }

  /** The sandbox's estate on disk; where it is damaged, what to do about it. */
  static Checked<Keep> keep(LocalStore store) {
    try {
      return Checked.of(Keep.inFile(store.sandboxEstate()), List.of());
    } catch (Refused refused) {
      return Checked.failed(
          List.of(
              Diagnostic.error(Code.STORE_UNUSABLE, "The sandbox's estate cannot be used")
                  .because(String.valueOf(refused.getMessage()))
                  .todo(
                      refused.isDisk()
                          ? "Nothing is lost. Where the disk is full, make room; else see that this"
                              + " user may write there, or choose another folder with `--store"
                              + " DIR`."
                          : "Put the file back as it was, or begin anew with `orgform sandbox"
                              + " reset`.")));
    }
  }

  static Checked<LocalStore> store(Shell shell, Optional<Path> given) {
    return LocalStore.open(storeFolder(shell, given));
  }

  static Path storeFolder(Shell shell, Optional<Path> given) {
    return shell.directory().resolve(given.orElse(Path.of(LocalStore.NAME)));
  }

  /** What the sandbox says to the person who asked for something it cannot do. */
  static Diagnostic refused(Refused refused) {
    return Diagnostic.error(Code.BAD_USAGE, "The sandbox cannot do that")
        .because(String.valueOf(refused.getMessage()))
        .todo("See orgform sandbox --help.");
  }

  private static Connection connect(
      BaseUrl base,
      Credentials credentials,
      Proxy proxy,
      int parallelism,
      Optional<SandboxServer> sandbox) {
    return new Connection(
        HttpApi.open(base, credentials, proxy, Version.current(), parallelism),
        credentials,
        new Estate(sandbox.isPresent() ? "sandbox" : base.host(), credentials.identity()),
        sandbox);
  }

  private static <T> Optional<T> value(Given<T> given, Code code, List<Diagnostic> problems) {
    given
        .problems()
        .forEach(
            problem ->
                problems.add(
                    Diagnostic.error(code(problem.code(), code), problem.summary())
                        .todo(remedy(problem, code))));
    return given.value();
  }

  private static String remedy(Problem problem, Code code) {
    return code == Code.BAD_BASE_URL
        ? problem.detail() + " The flag for that is --allow-host HOST."
        : problem.detail();
  }

  private static Code code(String word, Code otherwise) {
    return word.equals("credentials-missing") ? Code.NO_CREDENTIALS : otherwise;
  }

  @Override
  public void close() {
    http.close();
    sandbox.ifPresent(SandboxServer::close);
  }
}
