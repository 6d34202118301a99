package dev.orgform.cli;

import dev.orgform.api.BaseUrl;
import dev.orgform.api.Credentials;
import dev.orgform.api.EventLoop;
import dev.orgform.api.Given;
import dev.orgform.api.Proxy;
import dev.orgform.config.DiskSources;
import dev.orgform.doctor.DoctorDocument;
import dev.orgform.doctor.Finding;
import dev.orgform.doctor.Probing;
import dev.orgform.doctor.Rights;
import dev.orgform.doctor.Surroundings;
import dev.orgform.model.Code;
import dev.orgform.report.Line;
import dev.orgform.report.Page;
import dev.orgform.report.Style;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Says what stands between this machine and a plan. */
@Command(
    name = "doctor",
    header = "Look at credentials, rights, limits and surroundings; sends nothing but reads.",
    description = {
      "Says which credential is set and whose it is, what it may (tried with at most",
      "eight reads), what it sees, how much of the rate limit is left, whether the",
      "clock is right, and which settings have no effect. No secret is shown. It exits",
      "6 when a plan could not run, else 0."
    },
    footer = {
      "",
      "Examples:",
      "  orgform doctor",
      "  orgform doctor -json",
      "  orgform doctor --sandbox"
    })
final class DoctorCommand implements Callable<Integer>, Documented {
  @ParentCommand private Orgform root;
  @Mixin private ConnectOptions connecting;
  @Mixin private OutputOptions options;

  private final List<Finding> findings = new ArrayList<>();

  @Override
  public Integer call() {
    var shell = root.shell();
    var output = Output.beside(shell, options);
    findings.add(
        Finding.good("version", "orgform " + Version.current() + " on Java " + Runtime.version()));
    if (connecting.sandbox) {
      findings.add(Finding.note("credential", "The sandbox has its own; none is read."));
    } else {
      credentials(shell);
      way(shell);
      findings.addAll(
          new Surroundings(
                  shell.environment(),
                  System::getProperty,
                  file -> Files.isReadable(shell.directory().resolve(file)))
              .findings());
    }
    store(shell);
    guard(shell);
    if (findings.stream().noneMatch(one -> one.level() == Finding.Level.PROBLEM)) {
      return Reading.of(
          shell,
          output,
          () -> {
            probe(shell, output);
            return told(shell, output);
          });
    }
    return told(shell, output);
  }

  private void credentials(Shell shell) {
    var given = Credentials.from(shell.environment());
    problems("credential", given);
    given
        .value()
        .ifPresent(
            credentials ->
                findings.add(
                    Finding.good(
                        "credential",
                        switch (credentials) {
                          case Credentials.Token token ->
                              "an API token, from " + origin(shell, "CLOUDFLARE_API_TOKEN");
                          case Credentials.GlobalKey key ->
                              "the Global API key of %s, from %s and %s"
                                  .formatted(
                                      key.email(),
                                      origin(shell, "CLOUDFLARE_EMAIL"),
                                      origin(shell, "CLOUDFLARE_API_KEY"));
                        })));
  }

  private static String origin(Shell shell, String variable) {
    return Surroundings.origin(shell.environment(), variable);
  }

  private void way(Shell shell) {
    var base = BaseUrl.from(shell.environment(), Set.copyOf(connecting.allowedHosts));
    problems("API", base);
    if (base.value().isEmpty()) {
      return;
    }
    var url = base.value().get();
    findings.add(
        url.equals(BaseUrl.CLOUDFLARE)
            ? Finding.good("API", url.toString())
            : Finding.note("API", url + ", from " + BaseUrl.VARIABLE + "; not Cloudflare's own"));
    var proxy = Proxy.from(shell.environment(), url);
    problems("proxy", proxy);
    proxy.value().ifPresent(one -> findings.add(Finding.good("proxy", one.toString())));
  }

  private void problems(String topic, Given<?> given) {
    given
        .problems()
        .forEach(
            problem -> findings.add(Finding.problem(topic, problem.summary(), problem.detail())));
  }

  private void store(Shell shell) {
    var folder = Connection.storeFolder(shell, connecting.store);
    boolean usable = isUsable(folder);
    findings.add(
        usable
            ? Finding.good(
                "store", folder + (Files.exists(folder) ? "" : ", made by the first apply"))
            : Finding.warning(
                "store",
                folder + " cannot be written",
                "Plans run, applies do not: name another folder with --store."));
  }

  /** Whether a folder can be written, or made where the nearest one above it is. */
  private static boolean isUsable(Path folder) {
    for (Path at = folder; at != null; at = at.getParent()) {
      if (Files.exists(at)) {
        return Files.isDirectory(at) && Files.isWritable(at);
      }
    }
    return false;
  }

  private void guard(Shell shell) {
    var guards = new DiskSources(shell.directory(), List.of(Path.of(""))).find().guards();
    if (guards.isEmpty()) {
      findings.add(
          Finding.note("guard", "There is no orgform.guard.yaml here; nothing is limited."));
    }
    guards.forEach(guard -> findings.add(Finding.good("guard", guard.name())));
  }

  private void probe(Shell shell, Output output) {
    var opened = Connection.open(shell, connecting);
    opened
        .diagnostics()
        .forEach(one -> findings.add(Finding.problem("connection", one.summary(), one.remedy())));
    if (opened.value().isEmpty()) {
      return;
    }
    try (var connection = opened.value().get();
        var traffic = new Traffic(shell, connection, connecting, output::waiting)) {
      var loop = new EventLoop(traffic, traffic.scheduler(), traffic.stop());
      var answers = new Probing(loop, connection.credentials(), shell.clock()).all();
      findings.addAll(Rights.of(answers, connection.credentials()));
    }
  }

  private int told(Shell shell, Output output) {
    var document = new DoctorDocument(Version.current(), findings);
    if (options.json) {
      shell.out().print(document.line() + "\n");
      shell.out().flush();
    } else {
      output.page(page(document));
    }
    return document.isAble() ? Exit.DONE : Code.Family.RIGHTS.exit();
  }

  private static Page page(DoctorDocument document) {
    var page = new Page();
    for (var finding : document.findings()) {
      page.add(line(finding));
      if (!finding.todo().isEmpty()) {
        page.line().say("           ").sentence(finding.todo());
      }
    }
    page.gap();
    page.line()
        .say(
            document.isAble()
                ? "A plan can run."
                : "No plan can run until what is marked PROBLEM is mended.");
    return page;
  }

  private static Line line(Finding finding) {
    var line = new Line();
    switch (finding.level()) {
      case GOOD -> line.say(Style.ADD, "ok       ");
      case NOTE -> line.say("note     ");
      case WARNING -> line.say(Style.NOTE, "WARNING  ");
      case PROBLEM -> line.say(Style.DESTROY, "PROBLEM  ");
    }
    return line.say("  ").data(finding.topic()).say(": ").sentence(finding.what());
  }
}
