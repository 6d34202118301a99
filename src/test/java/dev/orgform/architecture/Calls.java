package dev.orgform.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Conditions on which members of the JDK a class uses: called, read, or handed on by reference. */
final class Calls {
  /** The streams, the environment and the end of the process. */
  static final Pattern PROCESS =
      Pattern.compile(
          "java\\.lang\\.System\\.(out|err|in|exit|getenv|setOut|setErr|setIn)"
              + "|java\\.lang\\.Runtime\\.(exit|halt|addShutdownHook)");

  /** The clock, the dice, the pillow and the world outside. */
  static final Pattern CHANCE =
      Pattern.compile(
          "java\\.time\\.[A-Za-z]+\\.now"
              + "|java\\.lang\\.System\\.(currentTimeMillis|nanoTime|getenv|getProperty|getProperties)"
              + "|java\\.lang\\.Thread\\..*|java\\.lang\\.Math\\.random"
              + "|java\\.util\\.UUID\\.randomUUID|java\\.util\\.Date\\.<init>"
              + "|java\\.util\\.Locale\\.getDefault"
              + "|java\\.util\\.(random\\..*|Random\\..*|SplittableRandom\\..*)"
              + "|java\\.security\\.SecureRandom\\..*"
              + "|java\\.util\\.concurrent\\.ThreadLocalRandom\\..*");

  /** The ways to Java's older HTTP client. */
  static final Pattern JAVA_HTTP =
      Pattern.compile("java\\.net\\.URL\\.(openConnection|openStream|getContent)");

  static final Pattern TRACES = Pattern.compile(".*\\.printStackTrace");

  private Calls() {}

  /** Calls, as opposed to references handed on. */
  static ArchCondition<JavaClass> run(DescribedPredicate<JavaClass> what) {
    return new ArchCondition<>("run code " + what.getDescription()) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Set<JavaAccess<?>> runs = new TreeSet<>(JavaKinds.byDescription());
        runs.addAll(type.getCodeUnitCallsFromSelf());
        runs.addAll(type.getConstructorReferencesFromSelf());
        for (JavaAccess<?> run : runs) {
          boolean itsCode = what.test(run.getTargetOwner());
          events.add(new SimpleConditionEvent(type, itsCode, run.getDescription()));
        }
      }
    };
  }

  static ArchCondition<JavaClass> touch(Pattern members) {
    return new ArchCondition<>("use a member that matches " + members) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Set<JavaAccess<?>> uses = new TreeSet<>(JavaKinds.byDescription());
        uses.addAll(type.getAccessesFromSelf());
        uses.addAll(type.getMethodReferencesFromSelf());
        uses.addAll(type.getConstructorReferencesFromSelf());
        for (JavaAccess<?> use : uses) {
          String member = use.getTargetOwner().getName() + "." + use.getName();
          boolean touched = members.matcher(member).matches();
          events.add(new SimpleConditionEvent(type, touched, use.getDescription()));
        }
      }
    };
  }
}
