package dev.orgform.cli;

import dev.orgform.Reconcile;
import dev.orgform.config.Configuration;
import dev.orgform.guard.Guards;
import dev.orgform.model.Checked;
import dev.orgform.model.Diagnostic;
import dev.orgform.plan.Plan;
import dev.orgform.plan.Targets;
import dev.orgform.plan.Terms;
import dev.orgform.report.findings.Lineage;
import dev.orgform.store.Baseline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What plan and apply have in common: a configuration, what it is compared with, a way to the API,
 * and the program between.
 *
 * @param configuration what the YAML says
 * @param base what it said when it was last applied, where that is asked for
 * @param connection the way to the API
 * @param traffic what goes along it
 * @param notes what every plan of it says beside its own
 */
record Planning(
    Configuration configuration,
    Optional<Base> base,
    Connection connection,
    Traffic traffic,
    List<Diagnostic> notes)
    implements AutoCloseable {

  /** What is read before anything is asked of the API. */
  private record Read(Configuration head, Optional<Base> base) {}

  /** All of it; where something is missing, the output has been told why. */
  static Optional<Planning> open(
      Shell shell, Output output, PathsParameter paths, BaseOption base, ConnectOptions options) {
    return output
        .told(read(shell, paths, base, options))
        .flatMap(
            read ->
                output
                    .told(Connection.open(shell, options))
                    .map(
                        connection ->
                            over(read.head, read.base, shell, output, connection, options)));
  }

  /** The same over another configuration. */
  static Planning over(
      Configuration configuration,
      Optional<Base> base,
      Shell shell,
      Output output,
      Connection connection,
      ConnectOptions options) {
    return new Planning(
        configuration,
        base,
        connection,
        new Traffic(shell, connection, options, output::waiting),
        List.of());
  }

  /** The same, where every plan says something more. */
  Planning noting(List<Diagnostic> more) {
    return new Planning(configuration, base, connection, traffic, List.copyOf(more));
  }

  /** The configuration and its base, after all that is wrong with either. */
  private static Checked<Read> read(
      Shell shell, PathsParameter paths, BaseOption option, ConnectOptions options) {
    var head = Configured.load(shell, paths);
    if (option.base.isEmpty() || paths.misuse().isPresent()) {
      return new Checked<>(
          head.value().map(configuration -> new Read(configuration, Optional.empty())),
          head.diagnostics());
    }
    var base = Bases.load(shell, paths, option, () -> last(shell, options));
    var said = new ArrayList<>(head.diagnostics());
    said.addAll(base.diagnostics());
    // Planning without the base that was asked for would plan something else.
    return head.value().isPresent() && base.value().isPresent()
        ? Checked.of(new Read(head.value().get(), base.value().get()), said)
        : Checked.failed(said);
  }

  private static Checked<Optional<Baseline>> last(Shell shell, ConnectOptions options) {
    var opened = Connection.open(shell, options);
    if (opened.value().isEmpty()) {
      return Checked.failed(opened.diagnostics());
    }
    try (var connection = opened.value().get()) {
      return Memories.baseline(shell, connection, options);
    }
  }

  Reconcile reconcile(ConnectOptions options) {
    return new Reconcile(
        connection.credentials(), traffic.scheduler(), traffic.stop(), options.parallelism);
  }

  /** The plan and all that it tells its readers of whom it concerns. */
  Optional<Plan> plan(Output output, ConnectOptions options, Terms terms) {
    return steps(output, options, terms)
        .map(plan -> reconcile(options).counted(plan, configuration.desired(), traffic))
        .map(plan -> LastUses.noted(plan, connection, traffic, options.parallelism));
  }

  /** The plan alone: what is to be done, and what speaks against it. */
  Optional<Plan> steps(Output output, ConnectOptions options, Terms terms) {
    base.ifPresent(before -> output.comparing(before.described()));
    var guards = Guards.of(configuration.policy(), base.map(Base::policy));
    return output
        .told(reconcile(options).plan(configuration.desired(), guards, traffic, terms))
        .map(plan -> plan.noting(notes, 0))
        .map(plan -> plan.noting(Targets.unknown(plan, configuration.desired(), terms), 0));
  }

  /** What stands under what, as declared and as it is. */
  Lineage lineage(Plan plan) {
    return Lineage.of(
        configuration.desired().resources().all(),
        plan.live().resources().all(),
        plan.live().undeclared().all());
  }

  /** How the plan is to be made, as it was said on the command line. */
  Terms terms(
      Shell shell,
      Output output,
      ConnectOptions options,
      ScopeOptions scope,
      UnaryOperator<Terms> confirming) {
    var said = confirming.apply(said(scope));
    return base.map(
            before ->
                said.since(before.desired())
                    .finishing(Memories.unfinished(shell, output, connection, options)))
        .orElse(said);
  }

  private Terms said(ScopeOptions scope) {
    return Terms.PLAIN
        .converging(scope.converge)
        .only(scope.selection())
        .ignoring(configuration.policy()::ignores);
  }

  @Override
  public void close() {
    traffic.close();
    connection.close();
  }
}
