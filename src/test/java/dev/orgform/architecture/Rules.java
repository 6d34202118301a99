package dev.orgform.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import dev.orgform.architecture.Rooms.Guest;
import dev.orgform.architecture.Rooms.Room;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rules over whatever lies under a root package: ours when they guard, the canary's when they
 * are themselves tried.
 */
record Rules(String root) {
  ArchRule onlyKnownPackages() {
    return classes()
        .that(resideInAPackage(root + ".."))
        .should()
        .resideInAnyPackage(names(Rooms.all()))
        .because("a package without a line in the import table is bound by no rule");
  }

  ArchRule imports(Room room) {
    String[] allowed =
        names(Stream.concat(Stream.of(room.name()), room.mayImport().stream()).toList());
    return noClasses()
        .that(resideInAPackage(name(room.name())))
        .should()
        .dependOnClassesThat(
            are(resideInAPackage(root + ".."))
                .and(not(resideInAnyPackage(allowed)))
                .as("reside outside " + String.join(", ", allowed)));
  }

  ArchRule staysInItsRoom(Guest guest) {
    return noClasses()
        .that(resideInAPackage(root + ".."))
        .and(not(resideInAnyPackage(names(guest.rooms()))))
        .should()
        .dependOnClassesThat(resideInAPackage(guest.library() + ".."))
        .because("a library that stays in one room can be changed in one room");
  }

  ArchRule onlyKnownLibraries() {
    String[] known =
        Stream.of(
                Stream.of(root),
                Rooms.EVERYWHERE.stream(),
                Rooms.GUESTS.stream().map(Guest::library))
            .flatMap(names -> names)
            .map(name -> name + "..")
            .toArray(String[]::new);
    return classes()
        .that(resideInAPackage(root + ".."))
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(known).or(JavaKinds.primitive()))
        .because("a new library is given a room before it is used");
  }

  ArchRule noCycles() {
    return slices().matching(root + ".(**)").should().beFreeOfCycles();
  }

  ArchRule onlyMainTouchesTheProcess() {
    return noClasses()
        .that(resideInAPackage(root + ".."))
        .and(not(nameMatching(root + "\\.Main(\\$.*)?")))
        .should(Calls.touch(Calls.PROCESS))
        .because("streams and environment come in through Main, and an exit code goes out there");
  }

  ArchRule onlyOneHttpClient() {
    return noClasses()
        .that(resideInAPackage(root + ".."))
        .should()
        .dependOnClassesThat(resideInAPackage("java.net.http.."))
        .orShould(Calls.touch(Calls.JAVA_HTTP))
        .because("Java's own clients repeat requests by themselves, and anybody can make them log");
  }

  ArchRule nobodyPrintsStackTraces() {
    return noClasses()
        .that(resideInAPackage(root + ".."))
        .should(Calls.touch(Calls.TRACES))
        .because("a stack trace is no message to a person");
  }

  ArchRule pureIsPure() {
    return noClasses()
        .that(resideInAnyPackage(name("model"), name("plan")))
        .should(Calls.touch(Calls.CHANCE))
        .orShould()
        .dependOnClassesThat(
            resideInAnyPackage(
                "java.io..", "java.net..", "java.nio.file..", "java.util.concurrent.."))
        .orShould()
        .dependOnClassesThat(equivalentTo(java.time.Clock.class))
        .because("the same inputs give the same plan");
  }

  ArchRule modelIsData(Set<String> exceptions) {
    return classes()
        .that(resideInAPackage(name("model")))
        .and(not(JavaKinds.named(exceptions)))
        .should(JavaKinds.beData());
  }

  ArchRule closedForInheritance() {
    return classes()
        .that(resideInAPackage(root + ".."))
        .and(not(JavaKinds.generated()))
        .should(JavaKinds.beClosed())
        .because("what is meant to be extended is an interface");
  }

  /**
   * The code that is made of templates leaves values as they are unless it is handed an encoder,
   * which {@code Pen} does; so nobody else may run it, only name it to the pen.
   */
  ArchRule templatesAreWrittenByThePen() {
    return noClasses()
        .that(resideInAPackage(root + ".."))
        .and(not(JavaKinds.generated()))
        .should(Calls.run(JavaKinds.generated()));
  }

  ArchRule namesAreThingsOrDeeds() {
    return noClasses()
        .that(resideInAPackage(root + ".."))
        .should()
        .haveNameMatching(".*(Service|Manager|Utils?|Impl|Dto|DTO|Helper)")
        .because("such a name says where a class stands, not what it does");
  }

  ArchRule packagesAreNullMarked() {
    return classes().that(resideInAPackage(root + "..")).should(JavaKinds.resideInNullMarked());
  }

  private String name(String room) {
    return Rooms.under(root, room);
  }

  private String[] names(Iterable<String> rooms) {
    Stream.Builder<String> names = Stream.builder();
    rooms.forEach(room -> names.add(name(room)));
    return names.build().toArray(String[]::new);
  }
}
