package dev.orgform.cli;

import dev.orgform.config.Configuration;
import dev.orgform.documents.Saved;
import dev.orgform.model.Checked;
import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import dev.orgform.seal.Trust;
import dev.orgform.store.Estate;
import dev.orgform.store.Past;
import dev.orgform.store.Store;
import dev.orgform.store.StoreUnusable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Why a saved plan is not applied here and now, each with its own words. */
final class Unfit {
  private static final String REPLAN =
      "Nothing was sent. Make a new plan with `orgform plan -out=FILE`.";

  private Unfit() {}

  /** What can be said of the plan alone. */
  static Optional<Diagnostic> byItself(SavedFile file, Instant now) {
    var plan = file.plan();
    if (!plan.isOutdated(now)) {
      return Optional.empty();
    }
    return Optional.of(
        Diagnostic.error(Code.EXPIRED_PLAN, "The saved plan has expired")
            .because(
                "It was made at %s and counts until %s; now it is %s."
                    .formatted(plan.made(), plan.saved().expires(), now))
            .todo(REPLAN));
  }

  /** Another host, another identity, another orgform, or a plan that was refused. */
  static Optional<Diagnostic> here(SavedFile file, Estate estate) {
    var saved = file.plan().saved();
    if (!saved.host().equals(estate.host())) {
      return Optional.of(foreign("host", saved.host(), estate.host()));
    }
    if (!saved.identity().equals(estate.identity())) {
      return Optional.of(foreign("identity", saved.identity(), estate.identity()));
    }
    var tool = file.plan().plan().tool();
    if (!tool.equals(Version.current())) {
      return Optional.of(
          Diagnostic.error(Code.OTHER_VERSION, "Another version of orgform made the saved plan")
              .because("It was made by %s, and this is %s.".formatted(tool, Version.current()))
              .todo(REPLAN));
    }
    return file.plan().plan().diagnostics().stream().filter(Diagnostic::isError).findFirst();
  }

  private static Diagnostic foreign(String what, String then, String now) {
    return Diagnostic.error(Code.FOREIGN_PLAN, "The saved plan is for another " + what)
        .because("It was made for %s, and this is %s.".formatted(then, now))
        .todo("Use the credentials and the address that it was made with; nothing was sent.");
  }

  /**
   * The configuration where it lies here and is the one that the plan was made from; a note where
   * it does not lie here.
   */
  static Checked<Optional<Configuration>> configuration(Shell shell, SavedFile file) {
    var saved = file.plan().saved();
    var paths = saved.origin().paths().stream().map(Path::of).toList();
    if (paths.stream().noneMatch(path -> Files.exists(shell.directory().resolve(path)))) {
      return Checked.of(Optional.empty(), List.of(absent(saved.origin())));
    }
    var loaded = Configured.load(shell, paths);
    if (loaded.value().isEmpty()) {
      var said = new ArrayList<>(List.of(changed("It cannot be loaded any more.")));
      said.addAll(loaded.diagnostics());
      return Checked.failed(said);
    }
    var configuration = loaded.value().get();
    var now = Saving.origin(shell, configuration, paths);
    if (!now.files().equals(saved.origin().files())) {
      return Checked.failed(List.of(changed(difference(saved.origin(), now))));
    }
    return saved.grounds().head().isPartOf(configuration.desired())
        ? Checked.of(Optional.of(configuration), List.of())
        : Checked.failed(
            List.of(
                changed(
                    "Its files are the same, but the plan holds declarations that they do not: the"
                        + " plan was edited, or variables have other values.")));
  }

  /** A pipeline that seals its plans and lost the key would apply anybody's. */
  static Optional<Diagnostic> unchecked(SavedFile file) {
    if (!(file.trust() instanceof Trust.Unchecked)) {
      return Optional.empty();
    }
    return Optional.of(
        Diagnostic.warning(Code.UNCHECKED_PLAN, "Nobody checked who sealed this plan")
            .because("It has a seal, and neither ORGFORM_PLAN_KEY nor --allowed-signers is given.")
            .todo("Give the one it was sealed with; with --require-signed it must be given."));
  }

  private static Diagnostic absent(Saved.Origin origin) {
    return Diagnostic.note(
            Code.UNCHECKED_PLAN, "The configuration that the plan was made from is not here")
        .because(String.join(", ", origin.paths()) + ": there is no such file or folder.")
        .todo("What the plan itself holds of it is applied.");
  }

  private static Diagnostic changed(String why) {
    return Diagnostic.error(
            Code.CONFIGURATION_CHANGED, "The configuration changed since the plan was made")
        .because(why)
        .todo(REPLAN);
  }

  private static String difference(Saved.Origin then, Saved.Origin now) {
    var names = new TreeSet<>(then.files().keySet());
    names.addAll(now.files().keySet());
    var words = new ArrayList<String>();
    for (var name : names) {
      if (!now.files().containsKey(name)) {
        words.add(name + " is gone");
      } else if (!then.files().containsKey(name)) {
        words.add(name + " is new");
      } else if (!then.files().get(name).equals(now.files().get(name))) {
        words.add(name + " is not the same");
      }
    }
    return String.join(", ", words) + ".";
  }

  /** A plan counts once; only an apply that began uses it up. */
  static Optional<Diagnostic> used(SavedFile file, Store store) throws StoreUnusable {
    for (var past : store.history()) {
      switch (past) {
        case Past.Told told -> {
          if (told.run().plan().equals(Optional.of(file.name()))) {
            return Optional.of(
                Diagnostic.error(Code.USED_PLAN, "The saved plan was applied before")
                    .because(
                        "Run %s began to apply it at %s."
                            .formatted(told.run().id(), told.run().at()))
                    .todo(REPLAN + " See `orgform history " + told.number() + "`."));
          }
        }
        case Past.Unreadable unreadable -> {
          return Optional.of(
              Diagnostic.error(
                      Code.USED_PLAN, "Nobody can tell whether the plan was applied before")
                  .because("Run " + unreadable.number() + " in the store cannot be read.")
                  .todo(REPLAN));
        }
      }
    }
    return Optional.empty();
  }

  /** What stands in the way of planning the same again; a failure to read is no staleness. */
  static Diagnostic moved(Diagnostic one) {
    if (!one.isError() || one.code().family() != Code.Family.REFUSED) {
      return one;
    }
    return Diagnostic.error(
            Code.STALE_PLAN,
            one.address().map(address -> address + " moved").orElse("Something moved")
                + " since the plan was made")
        .because(one.summary() + ". " + one.detail())
        .todo("Nothing was sent. Make a new plan, and have that one approved.");
  }
}
