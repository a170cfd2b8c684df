# A flake for Nix that packs the one static file. NOT TRIED.
#
# Nix has no Swift of the version that convscope needs, and its builds have no network for the
# dependencies; so the file is built before, beside this one:
#   swift build -c release --static-swift-stdlib -Xswiftc -static-executable
#   cp .build/release/convscope .packaging/ && nix build ./.packaging
{
  description = "Interactive terminal explorer of convolution arithmetic";

  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-25.11";

  outputs = { self, nixpkgs }:
    let
      system = "x86_64-linux";
      pkgs = nixpkgs.legacyPackages.${system};
    in
    {
      packages.${system}.default = pkgs.stdenvNoCC.mkDerivation {
        pname = "convscope";
        version = "0.1.0";
        src = ./convscope;
        dontUnpack = true;
        nativeBuildInputs = [ pkgs.installShellFiles pkgs.binutils ];
        installPhase = ''
          install -D -m 755 $src $out/bin/convscope
          strip $out/bin/convscope
          $out/bin/convscope manual --man > convscope.1
          installManPage convscope.1
          for shell in bash zsh fish; do
            $out/bin/convscope --generate-completion-script $shell > convscope.$shell
          done
          installShellCompletion --bash convscope.bash --zsh convscope.zsh --fish convscope.fish
        '';
        meta.mainProgram = "convscope";
      };
    };
}
