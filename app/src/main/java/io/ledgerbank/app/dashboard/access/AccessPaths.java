package io.ledgerbank.app.dashboard.access;

/** Addresses that the way in knows. */
interface AccessPaths {

    String LOGIN = "/dashboard/login";
    String LOGOUT = "/dashboard/logout";
    String ASSETS = "/dashboard/assets/**";
    String THEME = "/dashboard/theme";
}
