package dev.orgform.cli;

import dev.orgform.config.Configuration;
import dev.orgform.model.Resource;
import dev.orgform.report.Page;

/** A configuration as orgform understands it. */
final class ConfigurationText {
  private ConfigurationText() {}

  /** Nothing is wrong with it. */
  static Page valid(Configuration configuration) {
    var page = new Page();
    page.line()
        .say("Success! The configuration is valid: ")
        .number(configuration.desired().resources().all().size())
        .say(configuration.desired().resources().all().size() == 1 ? " resource" : " resources")
        .say(" in ")
        .number(configuration.files().size())
        .say(configuration.files().size() == 1 ? " file." : " files.");
    return page;
  }

  /** All that it declares, defaults laid in. */
  static Page whole(Configuration configuration) {
    var page = new Page();
    for (var resource : configuration.desired().resources().all()) {
      describe(resource, page);
    }
    configuration
        .desired()
        .removals()
        .forEach(
            removal ->
                page.line()
                    .say("removed: ")
                    .quoted(removal.name())
                    .say(" (")
                    .data(removal.id())
                    .say(")"));
    return page;
  }

  private static void describe(Resource resource, Page page) {
    var line = page.line().data(resource.address().toString());
    resource.id().ifPresent(id -> line.say(" [id=").data(id).say("]"));
    resource.place().ifPresent(place -> line.say("  # ").data(place.toString()));
    resource
        .fields()
        .values()
        .forEach(
            (name, value) -> page.line().say("    ").data(name).say(" = ").add(Shown.of(value)));
    page.line();
  }
}
