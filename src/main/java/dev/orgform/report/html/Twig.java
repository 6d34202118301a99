package dev.orgform.report.html;

import java.util.Optional;

/**
 * One row of a picture: an object, or words about several that are not drawn.
 *
 * @param depth how far below the top of the picture, from 0
 * @param hint what is not drawn below it; may be empty
 */
record Twig(int depth, Optional<Plot> plot, String hint) {}
