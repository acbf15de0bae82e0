package nl.datakade.portal.proposal;

/** Which page of each of the two lists is shown; leafing through one leaves the other where it is. */
record ProposalPages(int datasets, int policies) {

    public String ofDatasets(int further) {
        return address(datasets + further, policies);
    }

    public String ofPolicies(int further) {
        return address(datasets, policies + further);
    }

    private static String address(int datasets, int policies) {
        return "/proposals?page=" + datasets + "&policyPage=" + policies;
    }
}
