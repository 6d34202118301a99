package dev.orgform.cli;

import dev.orgform.config.Configuration;
import dev.orgform.documents.Fingerprint;
import dev.orgform.documents.PlanDocument;
import dev.orgform.documents.Saved;
import dev.orgform.documents.SavedPlan;
import dev.orgform.model.Checked;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.plan.Grounds;
import dev.orgform.plan.Plan;
import dev.orgform.plan.Terms;
import dev.orgform.seal.PlanKey;
import dev.orgform.seal.Seal;
import dev.orgform.seal.SigningKey;
import java.io.File;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Saves a plan so that exactly it can be applied later. */
record Saving(Shell shell, Optional<PlanKey> key, Optional<SigningKey> signing) {

  /** With the keys that are given; errors where they cannot be used. */
  static Checked<Saving> with(Shell shell, SaveOptions options) {
    if (options.out.isEmpty()) {
      return Checked.of(new Saving(shell, Optional.empty(), Optional.empty()), List.of());
    }
    var wrong = new ArrayList<Diagnostic>();
    if (options.expires.isZero()) {
      wrong.add(
          Diagnostic.error(Code.BAD_USAGE, "A plan that expires at once can never be applied")
              .todo("Say how long it may be applied: --expires=24h."));
    }
    var signing = options.signKey.map(file -> SigningKey.read(shell.directory().resolve(file)));
    signing.ifPresent(read -> wrong.addAll(read.diagnostics()));
    var key = PlanKey.from(shell.environment(), shell.directory());
    wrong.addAll(key.diagnostics());
    return wrong.isEmpty()
        ? Checked.of(
            new Saving(shell, key.value().orElseThrow(), signing.flatMap(Checked::value)),
            List.of())
        : Checked.failed(wrong);
  }

  /** Writes it, or says why that cannot be. */
  Optional<Diagnostic> save(
      Plan plan, Terms terms, Planning planning, List<Path> paths, SaveOptions options) {
    var made = shell.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    var estate = planning.connection().estate();
    var saved =
        new Saved(
            made.plus(options.expires),
            estate.host(),
            estate.identity(),
            origin(shell, planning.configuration(), paths),
            Grounds.of(planning.configuration().desired(), terms, plan),
            Fingerprint.of(plan));
    var document = PlanDocument.of(plan, Version.current()).madeAt(made);
    var text = Seal.on(new SavedPlan(document, saved).pretty(), key, signing);
    return PlanFile.write(shell, options.out.orElseThrow(), text);
  }

  /** Where a configuration lies, seen from the working directory however it was named. */
  static Saved.Origin origin(Shell shell, Configuration configuration, List<Path> paths) {
    var files = new TreeMap<String, String>();
    configuration
        .files()
        .forEach(file -> files.put(fromHere(shell, Path.of(file.name())), file.digest()));
    return new Saved.Origin(paths.stream().map(path -> fromHere(shell, path)).toList(), files);
  }

  static String fromHere(Shell shell, Path path) {
    var here = shell.directory().toAbsolutePath().normalize();
    var relative = here.relativize(here.resolve(path).normalize()).toString();
    return relative.isEmpty() ? "." : relative.replace(File.separatorChar, '/');
  }
}
