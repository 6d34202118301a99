package dev.orgform.sandbox;

/**
 * A concern that every request passes on its way in and out: it may answer itself or ask inside.
 */
@FunctionalInterface
interface Layer {
  Answer around(Request request, Dispatcher inside);

  default Dispatcher over(Dispatcher inside) {
    return request -> around(request, inside);
  }
}
