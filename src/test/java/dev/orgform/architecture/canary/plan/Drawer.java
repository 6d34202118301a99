package dev.orgform.architecture.canary.plan;

import java.nio.file.Path;

/** Files in what must be pure. */
record Drawer(Path path) {}
