package dev.orgform.cli;

import dev.orgform.model.Code;
import dev.orgform.model.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Refuses to start where Java was told to print requests, because the credential is in each.
 *
 * <p>Only what reaches our own HTTP client is looked for. The properties of Java's two clients,
 * such as {@code jdk.httpclient.enableAllMethodRetry}, do nothing here, because nobody uses them;
 * and a trust store or a proxy of one's own is a setting like any other.
 */
public final class JavaOptions {
  /** The exit code of a process that does not start. */
  public static final int UNSAFE = Exit.USAGE;

  /** From where a Java that we did not start ourselves takes options. */
  private static final List<String> VARIABLES =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  private static final Pattern AGENT =
      Pattern.compile("(?:^|[\\s\"'])-(javaagent|agentlib|agentpath):");

  private JavaOptions() {}

  /**
   * Looks at what Java was started with, and says what is wrong or worth knowing.
   *
   * @param property the value of a system property, or null
   */
  public static boolean areSafe(Shell shell, Function<String, @Nullable String> property) {
    var found = new ArrayList<Diagnostic>();
    printing(property, "javax.net.debug", "Java prints what it encrypts, the credential included.")
        .ifPresent(found::add);
    printing(property, "slf4j.provider", "A logger could write each request, credential included.")
        .ifPresent(found::add);
    for (String variable : VARIABLES) {
      var agent = AGENT.matcher(shell.variable(variable));
      if (agent.find()) {
        found.add(agent(variable, agent.group(1)));
      }
    }
    if (!found.isEmpty()) {
      Output.of(shell, new OutputOptions()).diagnostics(found);
    }
    return found.stream().noneMatch(Diagnostic::isError);
  }

  private static Optional<Diagnostic> printing(
      Function<String, @Nullable String> property, String name, String why) {
    return Optional.ofNullable(property.apply(name))
        .filter(value -> !value.isBlank())
        .map(
            value ->
                Diagnostic.error(Code.BAD_ENVIRONMENT, "Java was started with -D" + name)
                    .because(why)
                    .todo("Take it out of " + String.join(", ", VARIABLES) + " or the call."));
  }

  private static Diagnostic agent(String variable, String option) {
    return Diagnostic.warning(Code.BAD_ENVIRONMENT, variable + " loads code with -" + option)
        .because("What runs inside this process can read the credential and all requests.")
        .todo("Take it out unless you put it there.");
  }
}
