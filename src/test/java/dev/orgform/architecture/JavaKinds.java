package dev.orgform.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Comparator;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.NullMarked;

/** What sort of type a class is: data, closed, in a package that says where null may be. */
final class JavaKinds {
  private JavaKinds() {}

  static DescribedPredicate<JavaClass> primitive() {
    return DescribedPredicate.describe(
        "primitives and their arrays", type -> type.getBaseComponentType().isPrimitive());
  }

  /** What the compiler makes of a template, which is not written by us. */
  static DescribedPredicate<JavaClass> generated() {
    return DescribedPredicate.describe(
        "made of a template", type -> type.getFullName().matches(".*\\.report\\.html\\.\\w+Sheet"));
  }

  static DescribedPredicate<JavaClass> named(Set<String> simpleNames) {
    return DescribedPredicate.describe(
        "named " + simpleNames, type -> simpleNames.contains(type.getSimpleName()));
  }

  static ArchCondition<JavaClass> beData() {
    return that(
        "be a record, an enum or a sealed interface",
        type ->
            type.isRecord()
                || isOrInEnum(type)
                || (type.isInterface() && type.isSealed())
                || type.isAnnotation()
                || isPackageInfo(type));
  }

  static ArchCondition<JavaClass> beClosed() {
    return that(
        "be final, sealed or an interface",
        type ->
            type.getModifiers().contains(JavaModifier.FINAL)
                || type.isInterface()
                || type.isSealed()
                || isOrInEnum(type)
                || type.isAnonymousClass()
                || isPackageInfo(type));
  }

  static ArchCondition<JavaClass> resideInNullMarked() {
    return that(
        "reside in a package whose package-info is @NullMarked",
        type ->
            type.getPackage()
                .tryGetPackageInfo()
                .filter(info -> info.isAnnotatedWith(NullMarked.class))
                .isPresent());
  }

  static Comparator<JavaAccess<?>> byDescription() {
    return Comparator.comparing(JavaAccess::getDescription);
  }

  private static boolean isOrInEnum(JavaClass type) {
    return type.isEnum() || type.getRawSuperclass().filter(JavaClass::isEnum).isPresent();
  }

  private static boolean isPackageInfo(JavaClass type) {
    return type.getSimpleName().equals("package-info");
  }

  private static ArchCondition<JavaClass> that(String text, Predicate<JavaClass> test) {
    return new ArchCondition<>(text) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        events.add(
            new SimpleConditionEvent(
                type, test.test(type), type.getName() + " in " + type.getSourceCodeLocation()));
      }
    };
  }
}
